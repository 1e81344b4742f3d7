namespace SecretsAudit.Model;

/// <summary>Something the audit was to read and could not. A gap is shown in every report and makes the run exit with 3.</summary>
public sealed record Gap
{
    /// <summary>What was asked: <c>secretsmanager:GetResourcePolicy</c>, or <c>scan</c> for a source file.</summary>
    public required string Operation { get; init; }

    /// <summary>What it was asked of: an ARN, an account/region, a file's path.</summary>
    public required string Subject { get; init; }

    /// <summary>What came back, in the service's words, bounded to 500 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do about it: the permission to grant, the setting to change.</summary>
    public required string Remedy { get; init; }

    /// <summary>The account and region; null when it has none, as a source file.</summary>
    public Scope? Scope { get; init; }

    /// <summary>The kind of failure.</summary>
    public required GapKind Kind { get; init; }
}
