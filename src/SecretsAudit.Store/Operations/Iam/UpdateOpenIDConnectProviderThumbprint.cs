using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Replaces the thumbprints of an OpenID Connect provider's server certificates. The store connects to no provider, so it only keeps them.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateOpenIDConnectProviderThumbprint.html"/>
internal sealed class UpdateOpenIDConnectProviderThumbprint()
    : Operation<UpdateOpenIDConnectProviderThumbprint.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var provider = call.RequireProvider(request.OpenIDConnectProviderArn!);
        call.Changes.Put(provider with { Thumbprints = [.. request.ThumbprintList!.OfType<string>()] });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.OpenIDConnectProviderArn, "openIDConnectProviderArn")
        .Required(request.ThumbprintList, "thumbprintList").Strings(request.ThumbprintList, "thumbprintList", 0, 5, 40, 40).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? OpenIDConnectProviderArn { get; init; }

        public IReadOnlyList<string?>? ThumbprintList { get; init; }
    }
}
