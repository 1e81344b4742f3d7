using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A name for a KMS key; it starts with <c>alias/</c>.</summary>
internal sealed record KmsAlias : Row
{
    public required string Account { get; init; }

    public required string Region { get; init; }

    public required string AliasName { get; init; }

    public required string TargetKeyId { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was pointed to another key; null when it never was.</summary>
    public DateTimeOffset? Updated { get; init; }

    [JsonIgnore]
    public override RowId Id => IdOf(Account, Region, AliasName);

    public static RowId IdOf(string account, string region, string aliasName) => new(RowKind.KmsAlias, $"{account}/{region}/{aliasName}");
}
