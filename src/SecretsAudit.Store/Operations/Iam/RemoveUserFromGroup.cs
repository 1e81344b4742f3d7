using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Takes a user out of a group.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveUserFromGroup.html"/>
internal sealed class RemoveUserFromGroup() : Operation<RemoveUserFromGroup.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var group = call.RequireGroup(request.GroupName!);
        var user = call.RequireMember(request.UserName!);
        if (!user.Groups.Contains(group.Name))
        {
            throw new NoSuchEntityException($"The user with name {user.Name} is not in the group with name {group.Name}.");
        }

        call.Changes.Put(new PrincipalRow(user with { Groups = user.Groups.Remove(group.Name) }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.GroupName, "groupName", 128).EntityName(request.UserName, "userName", 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? GroupName { get; init; }

        public string? UserName { get; init; }
    }
}
