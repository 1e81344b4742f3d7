using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A row that belongs to one account and one region and has a name there; the state keeps each kind in ordinal order of name.</summary>
internal abstract record ScopedRow : Row
{
    /// <summary>The region of what has none, such as an IAM policy.</summary>
    public const string Global = "aws-global";

    public required string Account { get; init; }

    public required string Region { get; init; }

    public required string Name { get; init; }

    [JsonIgnore]
    public abstract RowKind Kind { get; }

    [JsonIgnore]
    public override RowId Id => IdOf(Kind, Account, Region, Name);

    public static RowId IdOf(RowKind kind, string account, string region, string name) => new(kind, $"{account}/{region}/{name}");
}
