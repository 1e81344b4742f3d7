using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A view on what Config recorded in several accounts and regions.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationAggregator.html"/>
internal sealed record ConfigurationAggregator : ScopedRow, ITaggedRow
{
    public required string AggregatorId { get; init; }

    /// <summary>The accounts and regions; null when an organisation's are meant.</summary>
    public AggregatedAccounts? Accounts { get; init; }

    public AggregatedOrganization? Organization { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public ImmutableArray<Tag> Tags { get; init; } = [];

    [JsonIgnore]
    public override RowKind Kind => RowKind.ConfigurationAggregator;

    [JsonIgnore]
    public string Arn => $"arn:{SecretsAudit.Store.State.Arn.Partition(Region)}:config:{Region}:{Account}:config-aggregator/{AggregatorId}";

    public Row WithTags(ImmutableArray<Tag> tags) => this with { Tags = tags };
}

/// <summary>The accounts whose data an aggregator collects.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_AccountAggregationSource.html"/>
internal sealed record AggregatedAccounts
{
    public IReadOnlyList<string>? AccountIds { get; init; }

    public bool? AllAwsRegions { get; init; }

    public IReadOnlyList<string>? AwsRegions { get; init; }
}

/// <summary>The organisation whose accounts an aggregator collects.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_OrganizationAggregationSource.html"/>
internal sealed record AggregatedOrganization
{
    public string? RoleArn { get; init; }

    public bool? AllAwsRegions { get; init; }

    public IReadOnlyList<string>? AwsRegions { get; init; }
}
