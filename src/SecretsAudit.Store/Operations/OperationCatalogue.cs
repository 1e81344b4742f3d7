using System.Collections.Frozen;
using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.Config;
using SecretsAudit.Store.Operations.Iam;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Operations.Ssm;
using SecretsAudit.Store.Operations.Sts;

namespace SecretsAudit.Store.Operations;

/// <summary>Every operation the store implements.</summary>
internal static class OperationCatalogue
{
    public static readonly IReadOnlyList<Operation> All =
    [
        new BatchGetSecretValue(),
        new CancelRotateSecret(),
        new CreateSecret(),
        new DeleteResourcePolicy(),
        new DeleteSecret(),
        new DescribeSecret(),
        new GetRandomPassword(),
        new GetResourcePolicy(),
        new GetSecretValue(),
        new ListSecrets(),
        new ListSecretVersionIds(),
        new PutResourcePolicy(),
        new PutSecretValue(),
        new RemoveRegionsFromReplication(),
        new ReplicateSecretToRegions(),
        new RestoreSecret(),
        new RotateSecret(),
        new StopReplicationToReplica(),
        new SecretsManager.TagResource(),
        new SecretsManager.UntagResource(),
        new UpdateSecret(),
        new UpdateSecretVersionStage(),
        new ValidateResourcePolicy(),
        new CancelKeyDeletion(),
        new CreateAlias(),
        new CreateKey(),
        new DescribeKey(),
        new DisableKey(),
        new DisableKeyRotation(),
        new EnableKey(),
        new EnableKeyRotation(),
        new GetKeyPolicy(),
        new GetKeyRotationStatus(),
        new ListAliases(),
        new ListKeys(),
        new PutKeyPolicy(),
        new ScheduleKeyDeletion(),
        new CreateGrant(),
        new Decrypt(),
        new DeleteAlias(),
        new DeleteImportedKeyMaterial(),
        new DeriveSharedSecret(),
        new Encrypt(),
        new GenerateDataKey(),
        new GenerateDataKeyPair(),
        new GenerateDataKeyPairWithoutPlaintext(),
        new GenerateDataKeyWithoutPlaintext(),
        new GenerateMac(),
        new GenerateRandom(),
        new GetParametersForImport(),
        new GetPublicKey(),
        new ImportKeyMaterial(),
        new ListGrants(),
        new ListKeyPolicies(),
        new ListKeyRotations(),
        new ListResourceTags(),
        new ListRetirableGrants(),
        new ReEncrypt(),
        new ReplicateKey(),
        new RetireGrant(),
        new RevokeGrant(),
        new RotateKeyOnDemand(),
        new Sign(),
        new Kms.TagResource(),
        new Kms.UntagResource(),
        new UpdateAlias(),
        new UpdateKeyDescription(),
        new Verify(),
        new VerifyMac(),
        new AddTagsToResource(),
        new DeleteParameter(),
        new DeleteParameters(),
        new DescribeParameters(),
        new GetParameter(),
        new GetParameterHistory(),
        new GetParameters(),
        new GetParametersByPath(),
        new LabelParameterVersion(),
        new ListTagsForResource(),
        new PutParameter(),
        new RemoveTagsFromResource(),
        new UnlabelParameterVersion(),
        new DescribeTrails(),
        new LookupEvents(),
        new DeleteConfigRule(),
        new DescribeComplianceByConfigRule(),
        new DescribeConfigRules(),
        new DescribeConfigurationRecorders(),
        new DescribeConfigurationRecorderStatus(),
        new GetComplianceDetailsByConfigRule(),
        new PutConfigRule(),
        new PutExternalEvaluation(),
        new SelectResourceConfig(),
        new AttachRolePolicy(),
        new AttachUserPolicy(),
        new CreateAccessKey(),
        new CreatePolicy(),
        new CreatePolicyVersion(),
        new CreateRole(),
        new CreateUser(),
        new DeleteAccessKey(),
        new DeletePolicy(),
        new DeleteRole(),
        new DeleteRolePermissionsBoundary(),
        new DeleteRolePolicy(),
        new DeleteUser(),
        new DeleteUserPermissionsBoundary(),
        new DeleteUserPolicy(),
        new DetachRolePolicy(),
        new DetachUserPolicy(),
        new GetPolicy(),
        new GetPolicyVersion(),
        new GetRole(),
        new GetRolePolicy(),
        new GetUser(),
        new GetUserPolicy(),
        new ListAccessKeys(),
        new ListAttachedRolePolicies(),
        new ListAttachedUserPolicies(),
        new ListPolicies(),
        new ListRolePolicies(),
        new ListRoleTags(),
        new ListRoles(),
        new ListUserPolicies(),
        new ListUserTags(),
        new ListUsers(),
        new PutRolePermissionsBoundary(),
        new PutRolePolicy(),
        new PutUserPermissionsBoundary(),
        new PutUserPolicy(),
        new TagRole(),
        new TagUser(),
        new UntagRole(),
        new UntagUser(),
        new UpdateAccessKey(),
        new UpdateAssumeRolePolicy(),
        new Lambda.AddPermission(),
        new Lambda.CreateFunction(),
        new Lambda.DeleteFunction(),
        new Lambda.GetFunction(),
        new Lambda.GetPolicy(),
        new Lambda.RemovePermission(),
        new AssumeRole(),
        new GetAccessKeyInfo(),
        new GetCallerIdentity(),
        new GetFederationToken(),
        new GetSessionToken(),
    ];

    private static readonly FrozenDictionary<string, Operation> ByTarget = All
        .SelectMany(operation => operation.Service.Targets.Select(target => (Target: $"{target}.{operation.Action}", operation)))
        .ToFrozenDictionary(pair => pair.Target, pair => pair.operation, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Operation> ByQueryAction = All
        .Where(operation => operation.Service.XmlNamespace is not null)
        .ToFrozenDictionary(operation => operation.Action, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, Operation> ByRequest = All.ToFrozenDictionary(operation => operation.RequestType);

    /// <summary>The operation that an X-Amz-Target names, or null.</summary>
    public static Operation? Find(string target) => ByTarget.GetValueOrDefault(target);

    /// <summary>The operation that the query protocol's Action names, or null.</summary>
    public static Operation? FindQuery(string action) => ByQueryAction.GetValueOrDefault(action);

    /// <summary>The operation that takes a request of this type.</summary>
    public static Operation Of(Type requestType) => ByRequest[requestType];
}
