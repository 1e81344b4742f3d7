using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>An instance profile as IAM shows it.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_InstanceProfile.html"/>
internal sealed record WireInstanceProfile
{
    public required string Path { get; init; }

    public required string InstanceProfileName { get; init; }

    public required string InstanceProfileId { get; init; }

    public required string Arn { get; init; }

    public required DateTimeOffset CreateDate { get; init; }

    public required IReadOnlyList<WireRole> Roles { get; init; }

    public IReadOnlyList<WireTag>? Tags { get; init; }

    public static WireInstanceProfile Of(Call call, InstanceProfile profile) => new()
    {
        Path = profile.Path,
        InstanceProfileName = profile.Name,
        InstanceProfileId = profile.ProfileId,
        Arn = profile.Arn,
        CreateDate = profile.Created,
        Roles = profile.RoleName is { } name && call.FindEntity(PrincipalKind.Role, name) is { } role ? [WireRole.Listed(role)] : [],
        Tags = profile.Tags.IsEmpty ? null : [.. profile.Tags.Select(tag => new WireTag { Key = tag.Key, Value = tag.Value })],
    };
}
