using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Removes tags from an OpenID Connect provider.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagOpenIDConnectProvider.html"/>
internal sealed class UntagOpenIDConnectProvider() : Operation<UntagOpenIDConnectProvider.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var provider = call.RequireProvider(request.OpenIDConnectProviderArn!);
        call.Changes.Put(provider with { Tags = provider.Tags.RemoveRange(request.TagKeys!.OfType<string>()) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.OpenIDConnectProviderArn, "openIDConnectProviderArn").Required(request.TagKeys, "tagKeys").Strings(request.TagKeys, "tagKeys", 0, 50, 1, 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? OpenIDConnectProviderArn { get; init; }

        public IReadOnlyList<string?>? TagKeys { get; init; }
    }
}
