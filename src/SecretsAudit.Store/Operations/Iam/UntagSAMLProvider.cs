using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Removes tags from a SAML provider.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagSAMLProvider.html"/>
internal sealed class UntagSAMLProvider() : Operation<UntagSAMLProvider.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var provider = call.RequireSamlProvider(request.SamlProviderArn!);
        call.Changes.Put(provider with { Tags = provider.Tags.RemoveRange(request.TagKeys!.OfType<string>()) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.SamlProviderArn(request.SamlProviderArn).Required(request.TagKeys, "tagKeys").Strings(request.TagKeys, "tagKeys", 0, 50, 1, 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        [JsonPropertyName("SAMLProviderArn")]
        public string? SamlProviderArn { get; init; }

        public IReadOnlyList<string?>? TagKeys { get; init; }
    }
}
