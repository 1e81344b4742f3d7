using System.Collections.Frozen;
using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.Config;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.Operations.SecretsManager;
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
        new TagResource(),
        new UntagResource(),
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
        new LookupEvents(),
        new DescribeComplianceByConfigRule(),
        new GetCallerIdentity(),
    ];

    private static readonly FrozenDictionary<string, Operation> ByTarget = All
        .SelectMany(operation => operation.Service.Targets.Select(target => (Target: $"{target}.{operation.Action}", operation)))
        .ToFrozenDictionary(pair => pair.Target, pair => pair.operation, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, Operation> ByRequest = All.ToFrozenDictionary(operation => operation.RequestType);

    /// <summary>The operation that an X-Amz-Target names, or null.</summary>
    public static Operation? Find(string target) => ByTarget.GetValueOrDefault(target);

    /// <summary>The operation that takes a request of this type.</summary>
    public static Operation Of(Type requestType) => ByRequest[requestType];
}
