using System.Collections.Immutable;
using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Store.Access;

/// <summary>May this caller do this to that resource?</summary>
internal sealed record AccessQuestion
{
    public required Caller Caller { get; init; }

    /// <summary>Such as <c>secretsmanager:GetSecretValue</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The resource's ARN, or what the caller named when there is none, or <c>*</c>.</summary>
    public required string Resource { get; init; }

    public required string Region { get; init; }

    /// <summary>The account that owns the resource; the caller's own when nothing is owned yet.</summary>
    public required string ResourceAccount { get; init; }

    /// <summary>The resource's policy, when it has one.</summary>
    public string? ResourcePolicy { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Further condition keys with their values, such as <c>secretsmanager:VersionStage</c>.</summary>
    public ImmutableArray<KeyValuePair<string, string>> ConditionKeys { get; init; } = [];
}
