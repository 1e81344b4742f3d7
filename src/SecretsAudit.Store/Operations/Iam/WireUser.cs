using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations.SecretsManager;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>A user as IAM shows it.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_User.html"/>
internal sealed record WireUser
{
    public required string Path { get; init; }

    public string? UserName { get; init; }

    public required string UserId { get; init; }

    public required string Arn { get; init; }

    /// <summary>Absent for principals that the store's owner declared: nobody knows when.</summary>
    public DateTimeOffset? CreateDate { get; init; }

    public AttachedBoundary? PermissionsBoundary { get; init; }

    public IReadOnlyList<WireTag>? Tags { get; init; }

    /// <summary>The user in a list: AWS leaves its boundary and tags out there.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html"/>
    public static WireUser Listed(Principal user) => Of(user) with { PermissionsBoundary = null, Tags = null };

    public static WireUser Of(Principal user) => new()
    {
        Path = user.Path,
        UserName = user.Kind == PrincipalKind.Root ? null : user.Name,
        UserId = user.UniqueId,
        Arn = user.Arn,
        CreateDate = user.Created,
        PermissionsBoundary = AttachedBoundary.Of(user),
        Tags = user.Tags.IsEmpty ? null : [.. user.Tags.Select(tag => new WireTag { Key = tag.Key, Value = tag.Value })],
    };
}

/// <summary>A principal's permissions boundary.</summary>
internal sealed record AttachedBoundary
{
    public string PermissionsBoundaryType { get; init; } = "Policy";

    public required string PermissionsBoundaryArn { get; init; }

    public static AttachedBoundary? Of(Principal principal) =>
        principal.BoundaryArn is { } arn ? new() { PermissionsBoundaryArn = arn } : null;
}
