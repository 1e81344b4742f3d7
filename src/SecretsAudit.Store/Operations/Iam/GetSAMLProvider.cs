using System.Text.Json.Serialization;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>One SAML provider with its metadata.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSAMLProvider.html"/>
internal sealed class GetSAMLProvider() : Operation<GetSAMLProvider.Request, GetSAMLProvider.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var provider = call.RequireSamlProvider(request.SamlProviderArn!);
        return new()
        {
            SamlProviderUniqueId = provider.UniqueId,
            SamlMetadataDocument = provider.Metadata,
            CreateDate = provider.Created,
            ValidUntil = provider.ValidUntil,
            Tags = provider.Tags.IsEmpty ? null : IamRules.Shown(provider.Tags),
        };
    }

    protected override void Check(Request request, Constraints check) => check.SamlProviderArn(request.SamlProviderArn).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        [JsonPropertyName("SAMLProviderArn")]
        public string? SamlProviderArn { get; init; }
    }

    internal sealed record Response
    {
        [JsonPropertyName("SAMLProviderUUID")]
        public required string SamlProviderUniqueId { get; init; }

        [JsonPropertyName("SAMLMetadataDocument")]
        public required string SamlMetadataDocument { get; init; }

        public required DateTimeOffset CreateDate { get; init; }

        public required DateTimeOffset ValidUntil { get; init; }

        public IReadOnlyList<WireTag>? Tags { get; init; }
    }
}
