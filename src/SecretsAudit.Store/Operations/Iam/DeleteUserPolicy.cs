using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Removes an inline policy of a user.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPolicy.html"/>
internal sealed class DeleteUserPolicy() : Operation<DeleteUserPolicy.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var user = call.RequireEntity(PrincipalKind.User, request.UserName!);
        if (!user.Policies.ContainsKey(request.PolicyName!))
        {
            throw IamRules.NoInlinePolicy(PrincipalKind.User, request.PolicyName!);
        }

        call.Changes.Put(new PrincipalRow(user with { Policies = user.Policies.Remove(request.PolicyName!) }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.UserName, "userName", 128).EntityName(request.PolicyName, "policyName", 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? UserName { get; init; }

        public string? PolicyName { get; init; }
    }
}
