using System.Collections.Immutable;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Makes a SAML 2.0 identity provider known by its metadata, which holds the keys that its assertions are verified with.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html"/>
internal sealed class CreateSAMLProvider() : Operation<CreateSAMLProvider.Request, CreateSAMLProvider.Response>(AwsService.Iam, writes: true)
{
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    private const int PerAccount = 100;

    public override Response Handle(Request request, Call call)
    {
        var provider = new SamlProvider
        {
            Account = call.Account,
            Region = ScopedRow.Global,
            Name = request.Name!,
            Metadata = request.SamlMetadataDocument!,
            UniqueId = call.Identifiers.Unique("SAMLP"),
            Created = call.Now,
            ValidUntil = SamlProviders.ValidUntil(request.SamlMetadataDocument!, call.Now),
            Tags = IamRules.Merge(ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal), request.Tags),
        };
        call.Authorize(provider.Arn, call.Account, null, [.. TagConditionKeys.OfRequest(provider.Tags)]);
        if (call.State.Find(provider.Id) is not null)
        {
            throw new EntityAlreadyExistsException($"SAMLProvider {provider.Name} already exists.");
        }

        if (call.Services.State.Shelf(RowKind.SamlProvider, call.Account, ScopedRow.Global).Count >= PerAccount)
        {
            throw new IamLimitExceededException("Cannot exceed quota for SAMLProvidersPerAccount: 100");
        }

        call.Changes.Put(provider);
        return new() { SamlProviderArn = provider.Arn, Tags = provider.Tags.IsEmpty ? null : IamRules.Shown(provider.Tags) };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.Name, "name").Length(request.Name, "name", 1, 128)
        .Pattern(request.Name, "name", name => name.All(c => char.IsAsciiLetterOrDigit(c) || "._-".Contains(c, StringComparison.Ordinal)), @"[\w._-]+")
        .SamlMetadata(request.SamlMetadataDocument).IamTags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? Name { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("SAMLMetadataDocument")]
        public string? SamlMetadataDocument { get; init; }

        public IReadOnlyList<WireTag?>? Tags { get; init; }
    }

    internal sealed record Response
    {
        [System.Text.Json.Serialization.JsonPropertyName("SAMLProviderArn")]
        public required string SamlProviderArn { get; init; }

        public IReadOnlyList<WireTag>? Tags { get; init; }
    }
}
