using System.Globalization;
using System.Text.Json.Nodes;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>What a row is ordered by: numbers before texts, and rows without the property first.</summary>
internal readonly record struct SortKey(decimal? Number, string? Text) : IComparable<SortKey>
{
    public static SortKey Of(QueryColumn column, IReadOnlyCollection<JsonObject> row)
    {
        var text = column.Function is not null ? column.Over(row)?.ToString() : row.SelectMany(resource => QueryProperty.Values(resource, column.Property)).FirstOrDefault();
        return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? new(number, text) : new(null, text);
    }

    public int CompareTo(SortKey other) => (Number, other.Number) switch
    {
        ({ } mine, { } theirs) => mine.CompareTo(theirs),
        _ => string.CompareOrdinal(Text, other.Text),
    };
}
