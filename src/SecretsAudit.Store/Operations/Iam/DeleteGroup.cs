using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Deletes a group that has no users and no policies any more.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html"/>
internal sealed class DeleteGroup() : Operation<DeleteGroup.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var group = call.RequireGroup(request.GroupName!);
        if (call.MembersOf(group).Any())
        {
            throw new DeleteConflictException("Cannot delete entity, must remove users from group first.");
        }

        IamRules.RequireNoPolicies(group.AttachedPolicies, group.Policies);
        call.Changes.Delete(group.Id);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.GroupName, "groupName", 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? GroupName { get; init; }
    }
}
