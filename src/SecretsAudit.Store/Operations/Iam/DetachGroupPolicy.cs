using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Detaches a managed policy from a group.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachGroupPolicy.html"/>
internal sealed class DetachGroupPolicy() : Operation<DetachGroupPolicy.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var group = call.RequireGroup(request.GroupName!);
        if (!group.AttachedPolicies.Contains(request.PolicyArn!))
        {
            throw new NoSuchEntityException($"Policy {request.PolicyArn} was not found.");
        }

        call.Changes.Put(group with { AttachedPolicies = group.AttachedPolicies.Remove(request.PolicyArn!) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.GroupName, "groupName", 128).PolicyArn(request.PolicyArn).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? GroupName { get; init; }

        public string? PolicyArn { get; init; }
    }
}
