using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>Another account's aggregator, in one region, may collect what Config recorded here.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_AggregationAuthorization.html"/>
internal sealed record AggregationAuthorization : ScopedRow, ITaggedRow
{
    public required string AuthorizedAccount { get; init; }

    public required string AuthorizedRegion { get; init; }

    public required DateTimeOffset Created { get; init; }

    public ImmutableArray<Tag> Tags { get; init; } = [];

    [JsonIgnore]
    public override RowKind Kind => RowKind.AggregationAuthorization;

    [JsonIgnore]
    public string Arn => $"arn:{SecretsAudit.Store.State.Arn.Partition(Region)}:config:{Region}:{Account}:aggregation-authorization/{AuthorizedAccount}/{AuthorizedRegion}";

    public static string NameOf(string account, string region) => $"{account}/{region}";

    public Row WithTags(ImmutableArray<Tag> tags) => this with { Tags = tags };
}
