namespace SecretsAudit.Model;

/// <summary>What an audit asks of an inventory source.</summary>
public sealed record InventoryRequest
{
    /// <summary>The reads that the enabled rules need. Default: everything about secrets.</summary>
    public InventoryNeeds Needs { get; init; } = InventoryNeeds.Secrets;

    /// <summary>The moment the audit judges at; the usage window ends here.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>How far back use is looked up; 1 to 90 days (the audit trail's own limit). Default 90 days.</summary>
    public TimeSpan UsageWindow { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Told about progress; null when nobody watches.</summary>
    public IProgress<CollectionProgress>? Progress { get; init; }
}
