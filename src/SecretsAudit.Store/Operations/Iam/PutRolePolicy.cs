using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Writes an inline policy of a role.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html"/>
internal sealed class PutRolePolicy() : Operation<PutRolePolicy.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var role = call.RequireEntity(PrincipalKind.Role, request.RoleName!);
        IamRules.RequirePolicy(request.PolicyDocument!);
        call.Changes.Put(new PrincipalRow(role with { Policies = role.Policies.SetItem(request.PolicyName!, request.PolicyDocument!) }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64).EntityName(request.PolicyName, "policyName", 128).Document(request.PolicyDocument).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? RoleName { get; init; }

        public string? PolicyName { get; init; }

        public string? PolicyDocument { get; init; }
    }
}
