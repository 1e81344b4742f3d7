using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The tags of an OpenID Connect provider, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOpenIDConnectProviderTags.html"/>
internal sealed class ListOpenIDConnectProviderTags() : Operation<ListOpenIDConnectProviderTags.Request, IamTagPage>(AwsService.Iam, writes: false)
{
    public override IamTagPage Handle(Request request, Call call)
    {
        var provider = call.RequireProvider(request.OpenIDConnectProviderArn!);
        return IamTagPage.Of(provider.Arn, provider.Tags, request.Marker, request.MaxItems);
    }

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.OpenIDConnectProviderArn, "openIDConnectProviderArn").IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<IamTagPage>
    {
        public string? OpenIDConnectProviderArn { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }
}
