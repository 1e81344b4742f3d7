using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>The latest time the store's clock was moved to, so that a restart does not go back behind it.</summary>
internal sealed record ClockRow(DateTimeOffset MovedTo, DateTimeOffset WallAtMove) : Row
{
    [JsonIgnore]
    public override RowId Id => new(RowKind.Clock, "");
}
