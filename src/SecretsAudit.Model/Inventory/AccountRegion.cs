namespace SecretsAudit.Model;

/// <summary>One account and region itself: whether what happens there is recorded.</summary>
public sealed record AccountRegion
{
    /// <summary>The account and region.</summary>
    public required Scope Scope { get; init; }

    /// <summary>The trails that record this region, those of other regions and of the organisation included; known and empty when there are none.</summary>
    public Fact<IReadOnlyList<AuditTrail>> Trails { get; init; }

    /// <summary>The configuration recorders of AWS Config; known and empty when it was never set up.</summary>
    public Fact<IReadOnlyList<ConfigRecorder>> Recorders { get; init; }
}
