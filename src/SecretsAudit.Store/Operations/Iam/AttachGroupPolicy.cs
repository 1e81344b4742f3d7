using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Attaches a managed policy to a group.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachGroupPolicy.html"/>
internal sealed class AttachGroupPolicy() : Operation<AttachGroupPolicy.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var group = call.RequireGroup(request.GroupName!);
        IamRules.RequireAttachable(call, request.PolicyArn!);
        call.Changes.Put(group with { AttachedPolicies = group.AttachedPolicies.Add(request.PolicyArn!) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.GroupName, "groupName", 128).PolicyArn(request.PolicyArn).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? GroupName { get; init; }

        public string? PolicyArn { get; init; }
    }
}
