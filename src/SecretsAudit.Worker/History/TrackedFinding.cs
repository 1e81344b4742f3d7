using SecretsAudit.Model;

namespace SecretsAudit.Worker.History;

/// <summary>One finding over all runs, by its fingerprint.</summary>
internal sealed record TrackedFinding
{
    public required string Fingerprint { get; init; }

    public required string RuleId { get; init; }

    public required string Title { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>The ARN, or the file's path.</summary>
    public required string Identity { get; init; }

    /// <summary>The account and region of a cloud resource; null for a place in code.</summary>
    public Scope? Scope { get; init; }

    public required FindingState State { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>When a run found it gone; null while it is there.</summary>
    public DateTimeOffset? FixedAt { get; init; }
}
