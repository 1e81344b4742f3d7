namespace SecretsAudit.Model;

/// <summary>Where a finding stands in its life.</summary>
public enum FindingState
{
    /// <summary>First seen in this run.</summary>
    New,

    /// <summary>Seen before and still there.</summary>
    Open,

    /// <summary>Accepted for a time by a waiver.</summary>
    Waived,

    /// <summary>Seen before and gone.</summary>
    Fixed,

    /// <summary>Was fixed, or its waiver expired, and it is there again.</summary>
    Reopened,
}
