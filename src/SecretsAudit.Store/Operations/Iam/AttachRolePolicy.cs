using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Attaches a managed policy to a role.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html"/>
internal sealed class AttachRolePolicy() : Operation<AttachRolePolicy.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var role = call.RequireEntity(PrincipalKind.Role, request.RoleName!);
        IamRules.RequireAttachable(call, request.PolicyArn!);
        call.Changes.Put(new PrincipalRow(role with { AttachedPolicies = role.AttachedPolicies.Add(request.PolicyArn!) }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64).PolicyArn(request.PolicyArn).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? RoleName { get; init; }

        public string? PolicyArn { get; init; }
    }
}
