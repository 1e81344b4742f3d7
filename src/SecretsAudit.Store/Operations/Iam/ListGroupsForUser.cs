using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The groups of a user, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupsForUser.html"/>
internal sealed class ListGroupsForUser() : Operation<ListGroupsForUser.Request, ListGroupsForUser.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var user = call.RequireEntity(PrincipalKind.User, request.UserName!);
        var page = IamPage.Take(user.Groups, name => name, "groups of " + user.Name, request.Marker, request.MaxItems);
        return new() { Groups = [.. page.Items.Select(name => WireGroup.Of(call.FindGroup(name)!))], IsTruncated = page.Marker is not null, Marker = page.Marker };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.UserName, "userName", 128).IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? UserName { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireGroup> Groups { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
