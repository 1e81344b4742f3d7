using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The users, groups and roles that a managed policy is attached to, or that it bounds, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html"/>
internal sealed class ListEntitiesForPolicy()
    : Operation<ListEntitiesForPolicy.Request, ListEntitiesForPolicy.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.Authorize(request.PolicyArn!, call.Account, null, []);
        if (ManagedPolicy.DocumentOf(call.State, request.PolicyArn!) is null)
        {
            throw new NoSuchEntityException($"Policy {request.PolicyArn} does not exist or is not attachable.");
        }

        var page = IamPage.Take(PolicyUse.Of(call, request), use => use.Key, "uses of " + request.PolicyArn, request.Marker, request.MaxItems);
        return new()
        {
            PolicyGroups = [.. page.Items.Where(use => use.Kind == "Group").Select(use => new PolicyGroup(use.Name, use.UniqueId))],
            PolicyUsers = [.. page.Items.Where(use => use.Kind == "User").Select(use => new PolicyUser(use.Name, use.UniqueId))],
            PolicyRoles = [.. page.Items.Where(use => use.Kind == "Role").Select(use => new PolicyRole(use.Name, use.UniqueId))],
            IsTruncated = page.Marker is not null,
            Marker = page.Marker,
        };
    }

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.PolicyArn)
        .OneOf(request.EntityFilter, "entityFilter", "User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy")
        .OneOf(request.PolicyUsageFilter, "policyUsageFilter", "PermissionsPolicy", "PermissionsBoundary").IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? PolicyArn { get; init; }

        public string? EntityFilter { get; init; }

        public string? PathPrefix { get; init; }

        public string? PolicyUsageFilter { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<PolicyGroup> PolicyGroups { get; init; }

        public required IReadOnlyList<PolicyUser> PolicyUsers { get; init; }

        public required IReadOnlyList<PolicyRole> PolicyRoles { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }

    internal sealed record PolicyGroup(string GroupName, string GroupId);

    internal sealed record PolicyUser(string UserName, string UserId);

    internal sealed record PolicyRole(string RoleName, string RoleId);
}
