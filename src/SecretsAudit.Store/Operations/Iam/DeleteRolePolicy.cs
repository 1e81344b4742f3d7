using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Removes an inline policy of a role.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePolicy.html"/>
internal sealed class DeleteRolePolicy() : Operation<DeleteRolePolicy.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var role = call.RequireEntity(PrincipalKind.Role, request.RoleName!);
        if (!role.Policies.ContainsKey(request.PolicyName!))
        {
            throw IamRules.NoInlinePolicy(PrincipalKind.Role, request.PolicyName!);
        }

        call.Changes.Put(new PrincipalRow(role with { Policies = role.Policies.Remove(request.PolicyName!) }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64).EntityName(request.PolicyName, "policyName", 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? RoleName { get; init; }

        public string? PolicyName { get; init; }
    }
}
