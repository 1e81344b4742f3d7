using SecretsAudit.Store.Federation;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Finding the SAML providers of the caller's account, and reading what they say of themselves.</summary>
internal static class SamlProviders
{
    // What IAM answers for a provider whose metadata names no end: a hundred years.
    private const int DefaultYears = 100;

    extension(Call call)
    {
        /// <exception cref="NoSuchEntityException">The account has no such provider.</exception>
        public SamlProvider RequireSamlProvider(string arn)
        {
            call.Authorize(arn, call.Account, null, []);
            return call.FindSamlProvider(arn) ?? throw new NoSuchEntityException($"SAML Provider not found for arn {arn}");
        }

        public SamlProvider? FindSamlProvider(string arn)
        {
            var prefix = SamlProvider.ArnOf(call.Account, "");
            return arn.StartsWith(prefix, StringComparison.Ordinal)
                ? (SamlProvider?)call.State.Find(ScopedRow.IdOf(RowKind.SamlProvider, call.Account, ScopedRow.Global, arn[prefix.Length..])) : null;
        }
    }

    extension(Constraints check)
    {
        public Constraints SamlProviderArn(string? arn) => check.Required(arn, "sAMLProviderArn").Length(arn, "sAMLProviderArn", 20, 2048);

        public Constraints SamlMetadata(string? document) =>
            check.Required(document, "sAMLMetadataDocument").Length(document, "sAMLMetadataDocument", 1000, 10_000_000, sensitive: true);
    }

    /// <summary>Until when a provider with this metadata is valid.</summary>
    /// <exception cref="InvalidInputException">The document does not describe an identity provider with a key.</exception>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html"/>
    public static DateTimeOffset ValidUntil(string metadata, DateTimeOffset created) =>
        Federation.SamlMetadata.Read(metadata) is { } read ? read.ValidUntil ?? created.AddYears(DefaultYears)
        : throw new InvalidInputException("Could not parse metadata");
}
