using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A symmetric KMS key in one account and region.</summary>
internal sealed record KmsKey : Row
{
    public required string Account { get; init; }

    public required string Region { get; init; }

    public required string KeyId { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required string Policy { get; init; }

    /// <summary>The key material under the store's root key.</summary>
    public required byte[] WrappedMaterial { get; init; }

    /// <summary>Whether AWS manages the key (such as <c>aws/secretsmanager</c>) and not the customer.</summary>
    public bool IsAwsManaged { get; init; }

    public string Description { get; init; } = "";

    public ImmutableArray<Tag> Tags { get; init; } = [];

    public bool Enabled { get; init; } = true;

    /// <summary>When the key will be gone; null unless its deletion is scheduled.</summary>
    public DateTimeOffset? DeletionDate { get; init; }

    public int? PendingWindowInDays { get; init; }

    /// <summary>Null while automatic rotation is off.</summary>
    public int? RotationPeriodInDays { get; init; }

    public DateTimeOffset? RotationEnabledAt { get; init; }

    public bool MultiRegion { get; init; }

    [JsonIgnore]
    public override RowId Id => IdOf(Account, Region, KeyId);

    [JsonIgnore]
    public string Arn => SecretsAudit.Store.State.Arn.Key(Region, Account, KeyId);

    /// <summary>Enabled, Disabled or PendingDeletion.</summary>
    [JsonIgnore]
    public string State => DeletionDate is not null ? "PendingDeletion" : Enabled ? "Enabled" : "Disabled";

    [JsonIgnore]
    public bool IsUsable => Enabled && DeletionDate is null;

    public static RowId IdOf(string account, string region, string keyId) => new(RowKind.KmsKey, $"{account}/{region}/{keyId}");
}
