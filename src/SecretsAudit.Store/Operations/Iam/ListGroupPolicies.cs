using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The names of the inline policies of a group.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupPolicies.html"/>
internal sealed class ListGroupPolicies() : Operation<ListGroupPolicies.Request, ListGroupPolicies.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var group = call.RequireGroup(request.GroupName!);
        var page = IamPage.Take(group.Policies.Keys, name => name, "policies of group " + group.Name, request.Marker, request.MaxItems);
        return new() { PolicyNames = page.Items, IsTruncated = page.Marker is not null, Marker = page.Marker };
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
        public required IReadOnlyList<string> PolicyNames { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
