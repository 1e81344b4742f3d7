using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Writes an inline policy of a group.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutGroupPolicy.html"/>
internal sealed class PutGroupPolicy() : Operation<PutGroupPolicy.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var group = call.RequireGroup(request.GroupName!);
        IamRules.RequirePolicy(request.PolicyDocument!);
        call.Changes.Put(group with { Policies = group.Policies.SetItem(request.PolicyName!, request.PolicyDocument!) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.GroupName, "groupName", 128).EntityName(request.PolicyName, "policyName", 128).Document(request.PolicyDocument).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? GroupName { get; init; }

        public string? PolicyName { get; init; }

        public string? PolicyDocument { get; init; }
    }
}
