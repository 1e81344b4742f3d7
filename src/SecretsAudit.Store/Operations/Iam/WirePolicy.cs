using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>A managed policy as IAM shows it.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html"/>
internal sealed record WirePolicy
{
    public required string PolicyName { get; init; }

    public required string PolicyId { get; init; }

    public required string Arn { get; init; }

    public required string Path { get; init; }

    public required string DefaultVersionId { get; init; }

    public required int AttachmentCount { get; init; }

    public required int PermissionsBoundaryUsageCount { get; init; }

    public bool IsAttachable { get; init; } = true;

    public string? Description { get; init; }

    public required DateTimeOffset CreateDate { get; init; }

    public required DateTimeOffset UpdateDate { get; init; }

    public IReadOnlyList<WireTag>? Tags { get; init; }

    public static WirePolicy Of(Call call, ManagedPolicy policy) => new()
    {
        PolicyName = policy.Name,
        PolicyId = policy.PolicyId,
        Arn = policy.Arn,
        Path = policy.Path,
        DefaultVersionId = policy.DefaultVersionId,
        AttachmentCount = Attachments(call, policy),
        PermissionsBoundaryUsageCount = call.Services.State.Principals.Count(principal => principal.BoundaryArn == policy.Arn),
        Description = policy.Description,
        CreateDate = policy.Created,
        UpdateDate = policy.Versions[^1].Created,
        Tags = policy.Tags.IsEmpty ? null : [.. policy.Tags.Select(tag => new WireTag { Key = tag.Key, Value = tag.Value })],
    };

    /// <summary>How many users, groups and roles it is attached to.</summary>
    public static int Attachments(Call call, ManagedPolicy policy) =>
        call.Services.State.Principals.Count(principal => principal.AttachedPolicies.Contains(policy.Arn))
        + call.Services.State.Shelf(RowKind.IamGroup, policy.Account, ScopedRow.Global).Rows.Cast<IamGroup>().Count(group => group.AttachedPolicies.Contains(policy.Arn));
}

/// <summary>A version of a managed policy as IAM shows it.</summary>
internal sealed record WirePolicyVersion
{
    public string? Document { get; init; }

    public required string VersionId { get; init; }

    public required bool IsDefaultVersion { get; init; }

    public required DateTimeOffset CreateDate { get; init; }

    public static WirePolicyVersion Of(ManagedPolicy policy, ManagedPolicyVersion version, bool withDocument) => new()
    {
        Document = withDocument ? IamRules.Encoded(version.Document) : null,
        VersionId = version.VersionId,
        IsDefaultVersion = version.VersionId == policy.DefaultVersionId,
        CreateDate = version.Created,
    };
}
