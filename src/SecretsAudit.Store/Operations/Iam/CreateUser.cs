using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Adds a user.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html"/>
internal sealed class CreateUser() : Operation<CreateUser.Request, CreateUser.Response>(AwsService.Iam, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var user = call.NewEntity(PrincipalKind.User, request.UserName!, request.Path, request.PermissionsBoundary, request.Tags);
        call.Changes.Put(new PrincipalRow(user));
        return new() { User = WireUser.Of(user) };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.UserName, "userName", 128).EntityPath(request.Path).IamTags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? UserName { get; init; }

        public string? Path { get; init; }

        public string? PermissionsBoundary { get; init; }

        public IReadOnlyList<SecretsManager.WireTag?>? Tags { get; init; }
    }

    internal sealed record Response
    {
        public required WireUser User { get; init; }
    }
}
