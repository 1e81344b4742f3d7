using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>One inline policy of a group.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroupPolicy.html"/>
internal sealed class GetGroupPolicy() : Operation<GetGroupPolicy.Request, GetGroupPolicy.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var group = call.RequireGroup(request.GroupName!);
        return group.Policies.TryGetValue(request.PolicyName!, out var document)
            ? new() { GroupName = group.Name, PolicyName = request.PolicyName!, PolicyDocument = IamRules.Encoded(document) }
            : throw IamGroups.NoInlinePolicy(request.PolicyName!);
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.GroupName, "groupName", 128).EntityName(request.PolicyName, "policyName", 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? GroupName { get; init; }

        public string? PolicyName { get; init; }
    }

    internal sealed record Response
    {
        public required string GroupName { get; init; }

        public required string PolicyName { get; init; }

        public required string PolicyDocument { get; init; }
    }
}
