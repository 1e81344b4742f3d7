using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Adds tags to a SAML provider.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagSAMLProvider.html"/>
internal sealed class TagSAMLProvider() : Operation<TagSAMLProvider.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var provider = call.RequireSamlProvider(request.SamlProviderArn!);
        call.Changes.Put(provider with { Tags = IamRules.Merge(provider.Tags, request.Tags) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.SamlProviderArn(request.SamlProviderArn).Required(request.Tags, "tags").IamTags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        [JsonPropertyName("SAMLProviderArn")]
        public string? SamlProviderArn { get; init; }

        public IReadOnlyList<SecretsManager.WireTag?>? Tags { get; init; }
    }
}
