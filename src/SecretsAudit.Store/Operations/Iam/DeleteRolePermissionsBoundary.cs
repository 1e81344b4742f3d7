using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Takes the permissions boundary off a role.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePermissionsBoundary.html"/>
internal sealed class DeleteRolePermissionsBoundary() : Operation<DeleteRolePermissionsBoundary.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.Changes.Put(new PrincipalRow(call.RequireEntity(PrincipalKind.Role, request.RoleName!) with { BoundaryArn = null }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? RoleName { get; init; }
    }
}
