using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations.SecretsManager;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>A role as IAM shows it.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html"/>
internal sealed record WireRole
{
    public required string Path { get; init; }

    public required string RoleName { get; init; }

    public required string RoleId { get; init; }

    public required string Arn { get; init; }

    public DateTimeOffset? CreateDate { get; init; }

    public string? AssumeRolePolicyDocument { get; init; }

    public string? Description { get; init; }

    /// <summary>CreateRole tells it only where the request gave it.</summary>
    public int? MaxSessionDuration { get; init; }

    public AttachedBoundary? PermissionsBoundary { get; init; }

    public IReadOnlyList<WireTag>? Tags { get; init; }

    /// <summary>Only GetRole tells it; empty when nobody has used the role yet.</summary>
    public RoleUse? RoleLastUsed { get; init; }

    /// <summary>The role in a list: AWS leaves its boundary and tags out there.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html"/>
    public static WireRole Listed(Principal role) => Of(role) with { PermissionsBoundary = null, Tags = null };

    public static WireRole Of(Principal role) => new()
    {
        Path = role.Path,
        RoleName = role.Name,
        RoleId = role.UniqueId,
        Arn = role.Arn,
        CreateDate = role.Created,
        AssumeRolePolicyDocument = role.TrustPolicy is { } trust ? IamRules.Encoded(trust) : null,
        Description = role.Description,
        MaxSessionDuration = role.MaxSessionDuration,
        PermissionsBoundary = AttachedBoundary.Of(role),
        Tags = role.Tags.IsEmpty ? null : [.. role.Tags.Select(tag => new WireTag { Key = tag.Key, Value = tag.Value })],
    };
}
