using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>A group and its users, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroup.html"/>
internal sealed class GetGroup() : Operation<GetGroup.Request, GetGroup.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var group = call.RequireGroup(request.GroupName!);
        var page = IamPage.Take(call.MembersOf(group), user => user.Name, "members of " + group.Name, request.Marker, request.MaxItems);
        return new() { Group = WireGroup.Of(group), Users = [.. page.Items.Select(WireUser.Listed)], IsTruncated = page.Marker is not null, Marker = page.Marker };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.GroupName, "groupName", 128).IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? GroupName { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }

    internal sealed record Response
    {
        public required WireGroup Group { get; init; }

        public required IReadOnlyList<WireUser> Users { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
