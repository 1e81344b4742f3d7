using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Finding the OpenID Connect providers of the caller's account.</summary>
internal static class OidcProviders
{
    extension(Call call)
    {
        /// <exception cref="NoSuchEntityException">The account has no such provider.</exception>
        public OidcProvider RequireProvider(string arn)
        {
            call.Authorize(arn, call.Account, null, []);
            var prefix = OidcProvider.ArnOf(call.Account, "");
            return arn.StartsWith(prefix, StringComparison.Ordinal) && call.FindProvider(call.Account, arn[prefix.Length..]) is { } provider
                ? provider : throw new NoSuchEntityException($"OpenIDConnect Provider not found for arn {arn}");
        }

        public OidcProvider? FindProvider(string account, string issuer) =>
            (OidcProvider?)call.State.Find(ScopedRow.IdOf(RowKind.OidcProvider, account, ScopedRow.Global, issuer));
    }
}
