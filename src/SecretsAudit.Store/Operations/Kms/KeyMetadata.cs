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

    public string KeyUsage { get; init; } = "ENCRYPT_DECRYPT";

    public required string KeyState { get; init; }

    public DateTimeOffset? DeletionDate { get; init; }

    public string Origin { get; init; } = "AWS_KMS";

    public required string KeyManager { get; init; }

    public string CustomerMasterKeySpec { get; init; } = "SYMMETRIC_DEFAULT";

    public string KeySpec { get; init; } = "SYMMETRIC_DEFAULT";

    public IReadOnlyList<string> EncryptionAlgorithms { get; init; } = ["SYMMETRIC_DEFAULT"];

    public required bool MultiRegion { get; init; }

    public static KeyMetadata Of(KmsKey key) => new()
    {
        AWSAccountId = key.Account,
        KeyId = key.KeyId,
        Arn = key.Arn,
        CreationDate = key.Created,
        Enabled = key.IsUsable,
        Description = key.Description,
        KeyState = key.State,
        DeletionDate = key.DeletionDate,
        KeyManager = key.IsAwsManaged ? "AWS" : "CUSTOMER",
        MultiRegion = key.MultiRegion,
    };
}

/// <summary>The answer of operations that describe one key.</summary>
internal sealed record KeyAnswer
{
    public required KeyMetadata KeyMetadata { get; init; }
}
