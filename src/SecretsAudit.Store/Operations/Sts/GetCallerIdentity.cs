using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>Whose credentials signed the call; nobody may be denied it.</summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"/>
internal sealed class GetCallerIdentity() : Operation<GetCallerIdentity.Request, GetCallerIdentity.Response>(AwsService.Sts, writes: false)
{
    public override Response Handle(Request request, Call call) => new()
    {
        Arn = call.Caller.Arn,
        UserId = call.Caller.UserId,
        Account = call.Account,
    };

    protected override void Check(Request request, Constraints check)
    {
    }

    internal sealed record Request : IRequest<Response>;

    internal sealed record Response
    {
        public required string Arn { get; init; }

        public required string UserId { get; init; }

        public required string Account { get; init; }
    }
}
