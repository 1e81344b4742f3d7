namespace SecretsAudit.Model;

/// <summary>What an inventory holds, in numbers.</summary>
public sealed record InventorySummary
{
    /// <summary>Secrets, replicas and those pending deletion included.</summary>
    public required int Secrets { get; init; }

    /// <summary>KMS keys.</summary>
    public required int Keys { get; init; }

    /// <summary>Secrets with automatic rotation on; those whose rotation could not be read are not counted.</summary>
    public required int RotationEnabled { get; init; }

    /// <summary>The estate's cost a month in US dollars, by the price list; null when no cost was computed.</summary>
    public decimal? MonthlyCost { get; init; }

    /// <summary>How secrets spread over the age of their value.</summary>
    public IReadOnlyList<HistogramBucket> ValueAges { get; init; } = [];

    /// <summary>How secrets spread over monthly cost.</summary>
    public IReadOnlyList<HistogramBucket> MonthlyCosts { get; init; } = [];

    /// <summary>AWS Config's own verdicts.</summary>
    public IReadOnlyList<ConfigRuleCompliance> ConfigRules { get; init; } = [];
}
