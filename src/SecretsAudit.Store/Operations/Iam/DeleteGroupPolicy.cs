using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Deletes an inline policy of a group.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroupPolicy.html"/>
internal sealed class DeleteGroupPolicy() : Operation<DeleteGroupPolicy.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var group = call.RequireGroup(request.GroupName!);
        if (!group.Policies.ContainsKey(request.PolicyName!))
        {
            throw IamGroups.NoInlinePolicy(request.PolicyName!);
        }

        call.Changes.Put(group with { Policies = group.Policies.Remove(request.PolicyName!) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.GroupName, "groupName", 128).EntityName(request.PolicyName, "policyName", 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? GroupName { get; init; }

        public string? PolicyName { get; init; }
    }
}
