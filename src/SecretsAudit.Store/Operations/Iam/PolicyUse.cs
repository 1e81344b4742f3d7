using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>One user, group or role that a managed policy counts for.</summary>
/// <param name="Kind">As the filter names it: <c>User</c>, <c>Group</c> or <c>Role</c>.</param>
/// <param name="Name">Its name without the path.</param>
/// <param name="UniqueId">Its unique id.</param>
internal sealed record PolicyUse(string Kind, string Name, string UniqueId)
{
    /// <summary>Its place in the order of pages.</summary>
    public string Key => Kind + "/" + Name;

    /// <summary>Whom the request asks for, in the order of pages.</summary>
    public static IEnumerable<PolicyUse> Of(Call call, ListEntitiesForPolicy.Request request)
    {
        var arn = request.PolicyArn!;
        var path = request.PathPrefix ?? "/";
        var principals = call.Services.State.Principals
            .Where(principal => principal.AccountId == call.Account && principal.Path.StartsWith(path, StringComparison.Ordinal))
            .Where(principal => request.PolicyUsageFilter == "PermissionsBoundary"
                ? principal.BoundaryArn == arn
                : principal.AttachedPolicies.Contains(arn) || (request.PolicyUsageFilter is null && principal.BoundaryArn == arn))
            .Select(principal => new PolicyUse(principal.Kind == PrincipalKind.User ? "User" : "Role", principal.Name, principal.UniqueId));
        var groups = request.PolicyUsageFilter == "PermissionsBoundary" ? []
            : call.Services.State.Shelf(RowKind.IamGroup, call.Account, ScopedRow.Global).Rows.Cast<IamGroup>()
                .Where(group => group.Path.StartsWith(path, StringComparison.Ordinal) && group.AttachedPolicies.Contains(arn))
                .Select(group => new PolicyUse("Group", group.Name, group.GroupId));
        return principals.Concat(groups)
            .Where(use => request.EntityFilter is not ("User" or "Role" or "Group") || use.Kind == request.EntityFilter)
            .OrderBy(use => use.Key, StringComparer.Ordinal);
    }
}
