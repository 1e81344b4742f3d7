using System.Text.Json.Serialization;

namespace SecretsAudit.Model;

/// <summary>What the secrets cost a month of 30 days by the price list, in US dollars, and what could be saved.</summary>
public sealed record CostSummary
{
    /// <summary>The price list's name.</summary>
    public required string PriceList { get; init; }

    /// <summary>The oldest day on which one of its figures was read.</summary>
    public required DateOnly PricesAsOf { get; init; }

    /// <summary>Storage of secrets and replicas, each once.</summary>
    public required decimal Storage { get; init; }

    /// <summary>Calls of the Secrets Manager API, by the use that was seen.</summary>
    public required decimal ApiCalls { get; init; }

    /// <summary>Requests to KMS under customers' own keys, by the use that was seen.</summary>
    public required decimal KmsRequests { get; init; }

    /// <summary>Secrets whose use could not be read: of them the storage alone is counted.</summary>
    public required int WithoutUse { get; init; }

    /// <summary>How single secrets' costs are distributed; null when none is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CostDistribution? Distribution { get; init; }

    /// <summary>What could be saved, by remedy, the largest first. The remedies exclude each other on one secret: each secret is counted under one.</summary>
    public IReadOnlyList<CostSaving> Savings { get; init; } = [];
}
