using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>One inline policy of a role.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html"/>
internal sealed class GetRolePolicy() : Operation<GetRolePolicy.Request, GetRolePolicy.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var role = call.RequireEntity(PrincipalKind.Role, request.RoleName!);
        return role.Policies.TryGetValue(request.PolicyName!, out var document)
            ? new() { RoleName = role.Name, PolicyName = request.PolicyName!, PolicyDocument = IamRules.Encoded(document) }
            : throw IamRules.NoInlinePolicy(PrincipalKind.Role, request.PolicyName!);
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64).EntityName(request.PolicyName, "policyName", 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? RoleName { get; init; }

        public string? PolicyName { get; init; }
    }

    internal sealed record Response
    {
        public required string RoleName { get; init; }

        public required string PolicyName { get; init; }

        public required string PolicyDocument { get; init; }
    }
}
