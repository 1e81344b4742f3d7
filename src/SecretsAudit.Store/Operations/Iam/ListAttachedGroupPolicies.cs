using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The managed policies that are attached to a group.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedGroupPolicies.html"/>
internal sealed class ListAttachedGroupPolicies()
    : Operation<ListAttachedGroupPolicies.Request, ListAttachedGroupPolicies.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var arns = call.RequireGroup(request.GroupName!).AttachedPolicies.Where(arn => AttachedPolicy.HasPath(arn, request.PathPrefix));
        var page = IamPage.Take(arns, arn => arn, "attached to group", request.Marker, request.MaxItems);
        return new() { AttachedPolicies = [.. page.Items.Select(AttachedPolicy.Of)], IsTruncated = page.Marker is not null, Marker = page.Marker };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.GroupName, "groupName", 128).IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? GroupName { get; init; }

        public string? PathPrefix { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<AttachedPolicy> AttachedPolicies { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
