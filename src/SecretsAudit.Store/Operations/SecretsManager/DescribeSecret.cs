using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>A secret's details without its value.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html"/>
internal sealed class DescribeSecret() : Operation<DescribeSecret.Request, DescribeSecret.Response>(AwsService.SecretsManager, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var secret = call.Require(request.SecretId!);
        return new()
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
            VersionIdsToStages = SecretVersionStages.Of(secret),
            OwningService = secret.OwningService,
            CreatedDate = secret.Created,
            PrimaryRegion = secret.PrimaryRegion,
            ReplicationStatus = ReplicationStatus.Of(secret, call.State),
        };
    }

    protected override void Check(Request request, Constraints check) => check.SecretId(request.SecretId).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? SecretId { get; init; }
    }

    internal sealed record Response
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

        public IReadOnlyDictionary<string, IReadOnlyList<string>>? VersionIdsToStages { get; init; }

        public string? OwningService { get; init; }

        public DateTimeOffset? CreatedDate { get; init; }

        public string? PrimaryRegion { get; init; }

        public IReadOnlyList<ReplicationStatus>? ReplicationStatus { get; init; }
    }
}
