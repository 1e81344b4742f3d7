using System.Globalization;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A state of a resource that a running recorder wrote down; never a value.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/developerguide/config-item-table.html"/>
internal sealed record RecordedItem : ScopedRow
{
    public required string ResourceType { get; init; }

    public required string ResourceId { get; init; }

    public required DateTimeOffset Captured { get; init; }

    /// <summary><c>ResourceDiscovered</c>, <c>OK</c> or <c>ResourceDeleted</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Its place among the items of its resource, from 1.</summary>
    public required int Number { get; init; }

    public string? ResourceName { get; init; }

    public string? Arn { get; init; }

    public DateTimeOffset? Created { get; init; }

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>A JSON object.</summary>
    public required string Configuration { get; init; }

    [JsonIgnore]
    public override RowKind Kind => RowKind.RecordedItem;

    /// <summary>What the names of a resource's items begin with.</summary>
    public static string PrefixOf(string type, string id) => $"{type}\n{id}\n";

    /// <summary>Names follow the order of the items.</summary>
    public static string NameOf(string type, string id, int number) => PrefixOf(type, id) + number.ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>A resource's published items, oldest first.</summary>
    public static IEnumerable<RecordedItem> Of(StoreState state, string account, string region, string type, string id) =>
        state.Shelf(RowKind.RecordedItem, account, region).From(PrefixOf(type, id)).Cast<RecordedItem>()
            .TakeWhile(item => item.ResourceType == type && item.ResourceId == id);
}
