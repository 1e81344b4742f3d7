using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Takes the permissions boundary off a user.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPermissionsBoundary.html"/>
internal sealed class DeleteUserPermissionsBoundary() : Operation<DeleteUserPermissionsBoundary.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.Changes.Put(new PrincipalRow(call.RequireEntity(PrincipalKind.User, request.UserName!) with { BoundaryArn = null }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.UserName, "userName", 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? UserName { get; init; }
    }
}
