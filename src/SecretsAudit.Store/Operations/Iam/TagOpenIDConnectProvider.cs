using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Adds tags to an OpenID Connect provider.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagOpenIDConnectProvider.html"/>
internal sealed class TagOpenIDConnectProvider() : Operation<TagOpenIDConnectProvider.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var provider = call.RequireProvider(request.OpenIDConnectProviderArn!);
        call.Changes.Put(provider with { Tags = IamRules.Merge(provider.Tags, request.Tags) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.OpenIDConnectProviderArn, "openIDConnectProviderArn").Required(request.Tags, "tags").IamTags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? OpenIDConnectProviderArn { get; init; }

        public IReadOnlyList<SecretsManager.WireTag?>? Tags { get; init; }
    }
}
