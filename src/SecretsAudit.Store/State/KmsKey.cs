using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A KMS key in one account and region.</summary>
internal sealed record KmsKey : Row
{
    public const string Symmetric = "SYMMETRIC_DEFAULT";
    public const string KmsOrigin = "AWS_KMS";

    public required string Account { get; init; }

    public required string Region { get; init; }

    public required string KeyId { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required string Policy { get; init; }

    /// <summary>The current key material under the store's root key: 32 bytes, a MAC key, or a private key in PKCS #8; empty while an import is pending.</summary>
    public required byte[] WrappedMaterial { get; init; }

    /// <summary>The materials that earlier rotations left behind, oldest first; what they encrypted stays readable.</summary>
    public ImmutableArray<EarlierMaterial> EarlierMaterials { get; init; } = [];

    /// <summary>When and why the current material came; null for a key's first.</summary>
    public MaterialRotation? LastRotation { get; init; }

    public string KeySpec { get; init; } = Symmetric;

    public string KeyUsage { get; init; } = "ENCRYPT_DECRYPT";

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

    /// <summary>The primary's region and the replicas' regions of a multi-Region key; null for others.</summary>
    public string? PrimaryRegion { get; init; }

    public ImmutableArray<string> ReplicaRegions { get; init; } = [];

    /// <summary>AWS_KMS, or EXTERNAL for material that the customer imports.</summary>
    public string Origin { get; init; } = KmsOrigin;

    /// <summary>The id of the imported material that is current, or was before it was deleted; null before the first import.</summary>
    public string? ImportedId { get; init; }

    /// <summary>When imported material expires; null when it does not.</summary>
    public DateTimeOffset? MaterialValidTo { get; init; }

    /// <summary>Imported material that the next rotation on demand makes current; null when there is none.</summary>
    public PendingMaterial? Pending { get; init; }

    /// <summary>Whether the customer has yet to import material, for the first time or again.</summary>
    [JsonIgnore]
    public bool IsPendingImport => Origin != KmsOrigin && WrappedMaterial.Length == 0;

    [JsonIgnore]
    public override RowId Id => IdOf(Account, Region, KeyId);

    [JsonIgnore]
    public string Arn => SecretsAudit.Store.State.Arn.Key(Region, Account, KeyId);

    /// <summary>Enabled, Disabled, PendingImport or PendingDeletion.</summary>
    [JsonIgnore]
    public string State => DeletionDate is not null ? "PendingDeletion" : IsPendingImport ? "PendingImport" : Enabled ? "Enabled" : "Disabled";

    [JsonIgnore]
    public bool IsUsable => Enabled && DeletionDate is null && !IsPendingImport;

    [JsonIgnore]
    public bool IsSymmetric => KeySpec == Symmetric;

    /// <summary>When the material rotates by itself; null while that is off or the key cannot be used.</summary>
    [JsonIgnore]
    public DateTimeOffset? RotationDue =>
        this is { IsUsable: true, RotationPeriodInDays: { } days, RotationEnabledAt: { } since } ? since.AddDays(days) : null;

    public static RowId IdOf(string account, string region, string keyId) => new(RowKind.KmsKey, $"{account}/{region}/{keyId}");
}

/// <summary>How a material became current.</summary>
internal sealed record MaterialRotation(DateTimeOffset At, bool OnDemand);

/// <summary>A material that is no longer current, with the rotation that had made it so; a key's first has none.</summary>
internal sealed record EarlierMaterial(byte[] Wrapped, MaterialRotation? Rotation, string? ImportedId = null);

/// <summary>Imported material that waits for a rotation.</summary>
internal sealed record PendingMaterial(byte[] Wrapped, string ImportedId, DateTimeOffset? ValidTo);
