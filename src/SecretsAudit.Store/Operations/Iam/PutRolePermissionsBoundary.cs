using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Bounds the rights of a role by a managed policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html"/>
internal sealed class PutRolePermissionsBoundary() : Operation<PutRolePermissionsBoundary.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var role = call.RequireEntity(PrincipalKind.Role, request.RoleName!);
        if (ManagedPolicy.DocumentOf(call.State, request.PermissionsBoundary!) is null)
        {
            throw IamRules.NotAttachable(request.PermissionsBoundary!);
        }

        call.Changes.Put(new PrincipalRow(role with { BoundaryArn = request.PermissionsBoundary }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64).PolicyArn(request.PermissionsBoundary, "permissionsBoundary").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? RoleName { get; init; }

        public string? PermissionsBoundary { get; init; }
    }
}
