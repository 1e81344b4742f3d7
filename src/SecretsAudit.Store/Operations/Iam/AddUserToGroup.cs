using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Makes a user a member of a group, whose policies count for the user from then on.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddUserToGroup.html"/>
internal sealed class AddUserToGroup() : Operation<AddUserToGroup.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var group = call.RequireGroup(request.GroupName!);
        var user = call.RequireMember(request.UserName!);
        call.Changes.Put(new PrincipalRow(user with { Groups = user.Groups.Add(group.Name) }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.GroupName, "groupName", 128).EntityName(request.UserName, "userName", 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? GroupName { get; init; }

        public string? UserName { get; init; }
    }
}
