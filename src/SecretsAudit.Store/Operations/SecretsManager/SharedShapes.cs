using SecretsAudit.Store.Rotation;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.SecretsManager;

// Structures that several operations' requests and responses share, with AWS's member names.

internal sealed record WireTag
{
    public string? Key { get; init; }

    public string? Value { get; init; }

    /// <summary>A secret's tags; absent when it never had any.</summary>
    public static IReadOnlyList<WireTag>? Of(Secret secret) =>
        secret is { Tags.IsEmpty: true, WasTagged: false } ? null : [.. secret.Tags.Select(tag => new WireTag { Key = tag.Key, Value = tag.Value })];
}

/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicaRegionType.html"/>
internal sealed record ReplicaRegion
{
    public string? Region { get; init; }

    public string? KmsKeyId { get; init; }
}

/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicationStatusType.html"/>
internal sealed record ReplicationStatus
{
    public required string Region { get; init; }

    public string? KmsKeyId { get; init; }

    public required string Status { get; init; }

    public string? StatusMessage { get; init; }

    public DateTimeOffset? LastAccessedDate { get; init; }

    public static IReadOnlyList<ReplicationStatus>? Of(Secret secret, IStateView state) => secret.Replicas.IsEmpty ? null :
    [
        .. secret.Replicas.Select(replica => new ReplicationStatus
        {
            Region = replica.Region,
            KmsKeyId = replica.KmsKeyId ?? KeyId.SecretsManagerAlias,
            Status = replica.Status,
            StatusMessage = replica.StatusMessage,
            LastAccessedDate = state.Secret(secret.Account, replica.Region, secret.Name)?.LastAccessed,
        }),
    ];
}

/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html"/>
internal sealed record RotationRules
{
    public long? AutomaticallyAfterDays { get; init; }

    public string? Duration { get; init; }

    public string? ScheduleExpression { get; init; }

    /// <summary>The rules as AWS shows them: the days between rotations are told of a schedule, too.</summary>
    public static RotationRules? Of(Secret secret) => Configured(secret.Rotation) is { ScheduleExpression: not null } scheduled
        ? scheduled with { AutomaticallyAfterDays = RotationSchedule.Days(secret.Rotation!, secret.LastRotated ?? secret.Created) }
        : Configured(secret.Rotation);

    /// <summary>The rules as they were given: days or a schedule.</summary>
    public static RotationRules? Configured(RotationSettings? rotation) =>
        rotation is null || (rotation.AutomaticallyAfterDays is null && rotation.ScheduleExpression is null) ? null : new()
        {
            AutomaticallyAfterDays = rotation.AutomaticallyAfterDays,
            Duration = rotation.Duration,
            ScheduleExpression = rotation.ScheduleExpression,
        };
}

/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ExternalSecretRotationMetadataItem.html"/>
internal sealed record RotationMetadataItem
{
    public string? Key { get; init; }

    public string? Value { get; init; }

    public static IReadOnlyList<RotationMetadataItem>? Of(RotationSettings? rotation) =>
        rotation?.ExternalMetadata is not { IsEmpty: false } metadata ? null : [.. metadata.Select(item => new RotationMetadataItem { Key = item.Key, Value = item.Value })];
}

/// <summary>The answer of operations that name the secret and nothing else.</summary>
internal sealed record SecretIdentity
{
    public string? ARN { get; init; }

    public string? Name { get; init; }

    public static SecretIdentity Of(Secret secret) => new() { ARN = secret.Arn, Name = secret.Name };
}
