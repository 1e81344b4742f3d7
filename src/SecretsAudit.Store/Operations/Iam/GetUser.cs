using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>A user, by default the caller itself.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html"/>
internal sealed class GetUser() : Operation<GetUser.Request, GetUser.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        return new() { User = WireUser.Of(call.RequireUserOrSelf(request.UserName)) };
    }

    protected override void Check(Request request, Constraints check) => check.Length(request.UserName, "userName", 1, 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? UserName { get; init; }
    }

    internal sealed record Response
    {
        public required WireUser User { get; init; }
    }
}
