using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>A key as KMS describes it.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html"/>
internal sealed record KeyMetadata
{
    public required string AWSAccountId { get; init; }

    public required string KeyId { get; init; }

    public required string Arn { get; init; }

    public required DateTimeOffset CreationDate { get; init; }

    public required bool Enabled { get; init; }

    public required string Description { get; init; }

    public required string KeyUsage { get; init; }

    public required string KeyState { get; init; }

    public DateTimeOffset? DeletionDate { get; init; }

    public int? PendingDeletionWindowInDays { get; init; }

    public required string Origin { get; init; }

    /// <summary>Imported material only: whether it expires, and when.</summary>
    public string? ExpirationModel { get; init; }

    public DateTimeOffset? ValidTo { get; init; }

    public required string KeyManager { get; init; }

    public required string CustomerMasterKeySpec { get; init; }

    public required string KeySpec { get; init; }

    public IReadOnlyList<string>? EncryptionAlgorithms { get; init; }

    public IReadOnlyList<string>? SigningAlgorithms { get; init; }

    public IReadOnlyList<string>? KeyAgreementAlgorithms { get; init; }

    public IReadOnlyList<string>? MacAlgorithms { get; init; }

    public required bool MultiRegion { get; init; }

    public MultiRegionConfiguration? MultiRegionConfiguration { get; init; }

    /// <summary>Symmetric keys that have, or had, material.</summary>
    public string? CurrentKeyMaterialId { get; init; }

    public static KeyMetadata Of(KmsKey key)
    {
        var spec = Kms.KeySpec.Of(key);
        return new()
        {
            AWSAccountId = key.Account,
            KeyId = key.KeyId,
            Arn = key.Arn,
            CreationDate = key.Created,
            Enabled = key.IsUsable,
            Description = key.Description,
            KeyUsage = key.KeyUsage,
            KeyState = key.State,
            DeletionDate = key.DeletionDate,
            Origin = key.Origin,
            ExpirationModel = key.Origin == KmsKey.KmsOrigin || key.IsPendingImport ? null
                : key.MaterialValidTo is null ? ImportedMaterial.NeverExpires : ImportedMaterial.Expires,
            ValidTo = key.MaterialValidTo,
            KeyManager = key.IsAwsManaged ? "AWS" : "CUSTOMER",
            CustomerMasterKeySpec = key.KeySpec,
            KeySpec = key.KeySpec,
            EncryptionAlgorithms = key.KeyUsage == Kms.KeySpec.Encrypt ? spec.EncryptionAlgorithms : null,
            SigningAlgorithms = key.KeyUsage == Kms.KeySpec.Sign ? spec.SigningAlgorithms : null,
            KeyAgreementAlgorithms = key.KeyUsage == Kms.KeySpec.Agree ? ["ECDH"] : null,
            MacAlgorithms = key.KeyUsage == Kms.KeySpec.Mac ? spec.MacAlgorithms : null,
            MultiRegion = key.MultiRegion,
            MultiRegionConfiguration = MultiRegionConfiguration.Of(key),
            CurrentKeyMaterialId = key.IsSymmetric && (key.Origin == KmsKey.KmsOrigin || key.ImportedId is not null) ? key.MaterialId() : null,
        };
    }
}

/// <summary>Where a multi-Region key's primary and replicas are.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_MultiRegionConfiguration.html"/>
internal sealed record MultiRegionConfiguration
{
    public required string MultiRegionKeyType { get; init; }

    public required MultiRegionKey PrimaryKey { get; init; }

    public required IReadOnlyList<MultiRegionKey> ReplicaKeys { get; init; }

    public static MultiRegionConfiguration? Of(KmsKey key) => key is not { MultiRegion: true, PrimaryRegion: { } primary } ? null : new()
    {
        MultiRegionKeyType = primary == key.Region ? "PRIMARY" : "REPLICA",
        PrimaryKey = MultiRegionKey.Of(key, primary),
        ReplicaKeys = [.. key.ReplicaRegions.Select(region => MultiRegionKey.Of(key, region))],
    };
}

/// <summary>One of a multi-Region key's copies.</summary>
internal sealed record MultiRegionKey
{
    public required string Arn { get; init; }

    public required string Region { get; init; }

    public static MultiRegionKey Of(KmsKey key, string region) => new() { Arn = State.Arn.Key(region, key.Account, key.KeyId), Region = region };
}

/// <summary>The answer of operations that describe one key.</summary>
internal sealed record KeyAnswer
{
    public required KeyMetadata KeyMetadata { get; init; }
}
