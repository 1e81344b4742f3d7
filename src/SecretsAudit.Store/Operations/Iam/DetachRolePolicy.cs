using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Detaches a managed policy from a role.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachRolePolicy.html"/>
internal sealed class DetachRolePolicy() : Operation<DetachRolePolicy.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var role = call.RequireEntity(PrincipalKind.Role, request.RoleName!);
        if (!role.AttachedPolicies.Contains(request.PolicyArn!))
        {
            throw new NoSuchEntityException($"Policy {request.PolicyArn} was not found.");
        }

        call.Changes.Put(new PrincipalRow(role with { AttachedPolicies = role.AttachedPolicies.Remove(request.PolicyArn!) }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64).PolicyArn(request.PolicyArn).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? RoleName { get; init; }

        public string? PolicyArn { get; init; }
    }
}
