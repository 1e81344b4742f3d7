using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The tags of a SAML provider, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviderTags.html"/>
internal sealed class ListSAMLProviderTags() : Operation<ListSAMLProviderTags.Request, IamTagPage>(AwsService.Iam, writes: false)
{
    public override IamTagPage Handle(Request request, Call call)
    {
        var provider = call.RequireSamlProvider(request.SamlProviderArn!);
        return IamTagPage.Of(provider.Arn, provider.Tags, request.Marker, request.MaxItems);
    }

    protected override void Check(Request request, Constraints check) => check.SamlProviderArn(request.SamlProviderArn).IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<IamTagPage>
    {
        [JsonPropertyName("SAMLProviderArn")]
        public string? SamlProviderArn { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }
}
