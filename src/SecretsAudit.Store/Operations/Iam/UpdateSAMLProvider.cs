using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Replaces a SAML provider's metadata, as when its keys are rotated.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSAMLProvider.html"/>
internal sealed class UpdateSAMLProvider() : Operation<UpdateSAMLProvider.Request, UpdateSAMLProvider.Response>(AwsService.Iam, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var provider = call.RequireSamlProvider(request.SamlProviderArn!);
        if (request.SamlMetadataDocument is not { } metadata)
        {
            throw new InvalidInputException("Unable to update identity provider. No updates are defined for metadata or encryption assertion.");
        }

        call.Changes.Put(provider with { Metadata = metadata, ValidUntil = SamlProviders.ValidUntil(metadata, provider.Created) });
        return new() { SamlProviderArn = provider.Arn };
    }

    protected override void Check(Request request, Constraints check) => check.SamlProviderArn(request.SamlProviderArn)
        .Length(request.SamlMetadataDocument, "sAMLMetadataDocument", 1000, 10_000_000, sensitive: true).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        [JsonPropertyName("SAMLProviderArn")]
        public string? SamlProviderArn { get; init; }

        [JsonPropertyName("SAMLMetadataDocument")]
        public string? SamlMetadataDocument { get; init; }
    }

    internal sealed record Response
    {
        [JsonPropertyName("SAMLProviderArn")]
        public required string SamlProviderArn { get; init; }
    }
}
