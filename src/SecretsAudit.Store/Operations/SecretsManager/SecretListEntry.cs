using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>A secret as ListSecrets shows it.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html"/>
internal sealed record SecretListEntry
{
    public required string ARN { get; init; }

    public required string Name { get; init; }

    public string? Type { get; init; }

    public string? Description { get; init; }

    public string? KmsKeyId { get; init; }

    public bool? RotationEnabled { get; init; }

    public string? RotationLambdaARN { get; init; }

    public RotationRules? RotationRules { get; init; }

    public IReadOnlyList<RotationMetadataItem>? ExternalSecretRotationMetadata { get; init; }

    public string? ExternalSecretRotationRoleArn { get; init; }

    public DateTimeOffset? LastRotatedDate { get; init; }

    public DateTimeOffset? LastChangedDate { get; init; }

    public DateTimeOffset? LastAccessedDate { get; init; }

    public DateTimeOffset? DeletedDate { get; init; }

    public DateTimeOffset? NextRotationDate { get; init; }

    public IReadOnlyList<WireTag>? Tags { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? SecretVersionsToStages { get; init; }

    public string? OwningService { get; init; }

    public DateTimeOffset? CreatedDate { get; init; }

    public string? PrimaryRegion { get; init; }

    public static SecretListEntry Of(Secret secret) => new()
    {
        ARN = secret.Arn,
        Name = secret.Name,
        Type = secret.Type,
        Description = secret.Description,
        KmsKeyId = secret.KmsKeyId,
        RotationEnabled = secret.Rotation is null ? null : secret.Rotates,
        RotationLambdaARN = secret.Rotation?.FunctionArn,
        RotationRules = RotationRules.Of(secret),
        ExternalSecretRotationMetadata = RotationMetadataItem.Of(secret.Rotation),
        ExternalSecretRotationRoleArn = secret.Rotation?.ExternalRoleArn,
        LastRotatedDate = secret.LastRotated,
        LastChangedDate = secret.LastChanged,
        LastAccessedDate = secret.LastAccessed,
        DeletedDate = secret.DeletionRequested ?? secret.DeletionDate,
        NextRotationDate = secret.Rotates ? secret.Rotation!.NextDue : null,
        Tags = WireTag.Of(secret),
        SecretVersionsToStages = SecretVersionStages.Of(secret),
        OwningService = secret.OwningService,
        CreatedDate = secret.Created,
        PrimaryRegion = secret.PrimaryRegion,
    };
}
