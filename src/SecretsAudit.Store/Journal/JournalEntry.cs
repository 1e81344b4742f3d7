using System.Text.Json.Serialization;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Journal;

/// <summary>One row of a commit as a start finds it in a log; without a row, the row is deleted.</summary>
internal readonly record struct JournalEntry(RowId Id, StoredRow? Row);

/// <summary>Up to which commit the database holds what the logs do. It lies in the database, and is written with the last of those rows.</summary>
internal sealed record LogPosition(long Applied)
{
    [JsonIgnore]
    public static RowId Id { get; } = new(RowKind.LogPosition, "");
}
