using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Replaces a role's trust policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html"/>
internal sealed class UpdateAssumeRolePolicy() : Operation<UpdateAssumeRolePolicy.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var role = call.RequireEntity(PrincipalKind.Role, request.RoleName!);
        IamRules.RequirePolicy(request.PolicyDocument!, SecretsAudit.Iam.PolicyKind.RoleTrust);
        call.Changes.Put(new PrincipalRow(role with { TrustPolicy = request.PolicyDocument }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64).Document(request.PolicyDocument).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? RoleName { get; init; }

        public string? PolicyDocument { get; init; }
    }
}
