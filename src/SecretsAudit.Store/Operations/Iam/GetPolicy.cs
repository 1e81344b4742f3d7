using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>A customer managed policy without its document.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html"/>
internal sealed class GetPolicy() : Operation<GetPolicy.Request, GetPolicy.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        return new() { Policy = WirePolicy.Of(call, call.RequirePolicy(request.PolicyArn!)) };
    }

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.PolicyArn).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? PolicyArn { get; init; }
    }

    internal sealed record Response
    {
        public required WirePolicy Policy { get; init; }
    }
}
