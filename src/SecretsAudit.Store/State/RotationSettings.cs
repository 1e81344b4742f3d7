using System.Collections.Immutable;

namespace SecretsAudit.Store.State;

/// <summary>How and when a secret rotates.</summary>
internal sealed record RotationSettings
{
    public required bool Enabled { get; init; }

    public string? FunctionArn { get; init; }

    public long? AutomaticallyAfterDays { get; init; }

    public string? Duration { get; init; }

    public string? ScheduleExpression { get; init; }

    /// <summary>When the next scheduled rotation is due; null without a schedule.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>When a failed scheduled rotation is tried again; the due time itself stays in the past until one succeeds.</summary>
    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>The version that a rotation in progress works towards; after a crash the rotation goes on with it.</summary>
    public string? PendingToken { get; init; }

    public string? ExternalRoleArn { get; init; }

    /// <summary>What the holder of an external secret needs to rotate it.</summary>
    public ImmutableArray<Tag>? ExternalMetadata { get; init; }
}
