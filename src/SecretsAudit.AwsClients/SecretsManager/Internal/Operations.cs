using Amazon.Runtime.Internal;
using Amazon.SecretsManager.Model;
using SecretsAudit.AwsClients;

namespace Amazon.SecretsManager.Internal;

/// <summary>AWS Secrets Manager on the wire: an operation is a line.</summary>
internal static class Operations
{
    public static readonly JsonService Service = new()
    {
        ServiceId = "Secrets Manager",
        Target = "secretsmanager",
        Version = "2017-10-17",
        Json = JsonService.JsonOf(new SecretsManagerJson(), Constants),
        Errors = Errors,
        OtherError = static (m, i, t, c, r, s) => new AmazonSecretsManagerException(m, i, t, c, r, s),
    };

    public static readonly RegionalEndpoints Endpoints = new("secretsmanager") { DualStackOnPlainHost = ["aws", "aws-cn", "aws-us-gov"] };

    public static readonly InvokeOptions BatchGetSecretValue = Service.Operation<BatchGetSecretValueRequest, BatchGetSecretValueResponse>();
    public static readonly InvokeOptions CancelRotateSecret = Service.Operation<CancelRotateSecretRequest, CancelRotateSecretResponse>();
    public static readonly InvokeOptions CreateSecret = Service.Operation<CreateSecretRequest, CreateSecretResponse>();
    public static readonly InvokeOptions DeleteResourcePolicy = Service.Operation<DeleteResourcePolicyRequest, DeleteResourcePolicyResponse>();
    public static readonly InvokeOptions DeleteSecret = Service.Operation<DeleteSecretRequest, DeleteSecretResponse>();
    public static readonly InvokeOptions DescribeSecret = Service.Operation<DescribeSecretRequest, DescribeSecretResponse>();
    public static readonly InvokeOptions GetRandomPassword = Service.Operation<GetRandomPasswordRequest, GetRandomPasswordResponse>();
    public static readonly InvokeOptions GetResourcePolicy = Service.Operation<GetResourcePolicyRequest, GetResourcePolicyResponse>();
    public static readonly InvokeOptions GetSecretValue = Service.Operation<GetSecretValueRequest, GetSecretValueResponse>();
    public static readonly InvokeOptions ListSecretVersionIds = Service.Operation<ListSecretVersionIdsRequest, ListSecretVersionIdsResponse>();
    public static readonly InvokeOptions ListSecrets = Service.Operation<ListSecretsRequest, ListSecretsResponse>();
    public static readonly InvokeOptions PutResourcePolicy = Service.Operation<PutResourcePolicyRequest, PutResourcePolicyResponse>();
    public static readonly InvokeOptions PutSecretValue = Service.Operation<PutSecretValueRequest, PutSecretValueResponse>();
    public static readonly InvokeOptions RemoveRegionsFromReplication = Service.Operation<RemoveRegionsFromReplicationRequest, RemoveRegionsFromReplicationResponse>();
    public static readonly InvokeOptions ReplicateSecretToRegions = Service.Operation<ReplicateSecretToRegionsRequest, ReplicateSecretToRegionsResponse>();
    public static readonly InvokeOptions RestoreSecret = Service.Operation<RestoreSecretRequest, RestoreSecretResponse>();
    public static readonly InvokeOptions RotateSecret = Service.Operation<RotateSecretRequest, RotateSecretResponse>();
    public static readonly InvokeOptions StopReplicationToReplica = Service.Operation<StopReplicationToReplicaRequest, StopReplicationToReplicaResponse>();
    public static readonly InvokeOptions TagResource = Service.Operation<TagResourceRequest, TagResourceResponse>();
    public static readonly InvokeOptions UntagResource = Service.Operation<UntagResourceRequest, UntagResourceResponse>();
    public static readonly InvokeOptions UpdateSecret = Service.Operation<UpdateSecretRequest, UpdateSecretResponse>();
    public static readonly InvokeOptions UpdateSecretVersionStage = Service.Operation<UpdateSecretVersionStageRequest, UpdateSecretVersionStageResponse>();
    public static readonly InvokeOptions ValidateResourcePolicy = Service.Operation<ValidateResourcePolicyRequest, ValidateResourcePolicyResponse>();

    private static System.Text.Json.Serialization.JsonConverter[] Constants =>
    [
        new ConstantConverter<FilterNameStringType>(FilterNameStringType.FindValue),
        new ConstantConverter<SortByType>(SortByType.FindValue),
        new ConstantConverter<SortOrderType>(SortOrderType.FindValue),
        new ConstantConverter<StatusType>(StatusType.FindValue),
    ];

    private static Dictionary<string, ErrorFactory> Errors => new()
    {
        ["DecryptionFailure"] = static (m, i, t, c, r, s) => new DecryptionFailureException(m, i, t, c, r, s),
        ["EncryptionFailure"] = static (m, i, t, c, r, s) => new EncryptionFailureException(m, i, t, c, r, s),
        ["InternalServiceError"] = static (m, i, t, c, r, s) => new InternalServiceErrorException(m, i, t, c, r, s),
        ["InvalidNextTokenException"] = static (m, i, t, c, r, s) => new InvalidNextTokenException(m, i, t, c, r, s),
        ["InvalidParameterException"] = static (m, i, t, c, r, s) => new InvalidParameterException(m, i, t, c, r, s),
        ["InvalidRequestException"] = static (m, i, t, c, r, s) => new InvalidRequestException(m, i, t, c, r, s),
        ["LimitExceededException"] = static (m, i, t, c, r, s) => new LimitExceededException(m, i, t, c, r, s),
        ["MalformedPolicyDocumentException"] = static (m, i, t, c, r, s) => new MalformedPolicyDocumentException(m, i, t, c, r, s),
        ["PreconditionNotMetException"] = static (m, i, t, c, r, s) => new PreconditionNotMetException(m, i, t, c, r, s),
        ["PublicPolicyException"] = static (m, i, t, c, r, s) => new PublicPolicyException(m, i, t, c, r, s),
        ["ResourceExistsException"] = static (m, i, t, c, r, s) => new ResourceExistsException(m, i, t, c, r, s),
        ["ResourceNotFoundException"] = static (m, i, t, c, r, s) => new ResourceNotFoundException(m, i, t, c, r, s),
    };
}
