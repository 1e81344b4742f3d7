using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Writes an inline policy of a user.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html"/>
internal sealed class PutUserPolicy() : Operation<PutUserPolicy.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var user = call.RequireEntity(PrincipalKind.User, request.UserName!);
        IamRules.RequirePolicy(request.PolicyDocument!);
        call.Changes.Put(new PrincipalRow(user with { Policies = user.Policies.SetItem(request.PolicyName!, request.PolicyDocument!) }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.UserName, "userName", 128).EntityName(request.PolicyName, "policyName", 128).Document(request.PolicyDocument).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? UserName { get; init; }

        public string? PolicyName { get; init; }

        public string? PolicyDocument { get; init; }
    }
}
