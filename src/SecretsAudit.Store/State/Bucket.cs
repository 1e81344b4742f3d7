using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>An S3 bucket as far as a trail needs it: that it is there, and whose it is. Names are unique across accounts, so all lie on one shelf.</summary>
internal sealed record Bucket : ScopedRow
{
    /// <summary>Where every bucket is shelved, whoever owns it.</summary>
    public const string Everyone = "000000000000";

    public required string Owner { get; init; }

    public required string Location { get; init; }

    public required DateTimeOffset Created { get; init; }

    [JsonIgnore]
    public override RowKind Kind => RowKind.Bucket;

    public static RowId IdOf(string name) => IdOf(RowKind.Bucket, Everyone, Global, name);
}
