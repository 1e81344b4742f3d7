namespace SecretsAudit.Iam.Reach.Search;

/// <summary>Actions by name, so that a witness calls something that exists; the most telling first.</summary>
/// <seealso href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html"/>
/// <seealso href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html"/>
/// <seealso href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html"/>
internal static class ActionCatalog
{
    /// <summary>The actions on one secret.</summary>
    public static IReadOnlyList<string> OfSecret { get; } = InService(
        "secretsmanager",
        "GetSecretValue BatchGetSecretValue PutSecretValue UpdateSecret DeleteSecret PutResourcePolicy DeleteResourcePolicy RotateSecret CancelRotateSecret RestoreSecret "
        + "UpdateSecretVersionStage ReplicateSecretToRegions RemoveRegionsFromReplication StopReplicationToReplica DescribeSecret GetResourcePolicy ListSecretVersionIds "
        + "TagResource UntagResource ValidateResourcePolicy CreateSecret");

    /// <summary>The actions on one KMS key.</summary>
    public static IReadOnlyList<string> OfKey { get; } = InService(
        "kms",
        "Decrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext Encrypt ReEncryptFrom ReEncryptTo Sign Verify GenerateMac "
        + "VerifyMac DeriveSharedSecret GetPublicKey CreateGrant RetireGrant RevokeGrant ListGrants PutKeyPolicy GetKeyPolicy ListKeyPolicies DescribeKey CreateAlias DeleteAlias "
        + "UpdateAlias EnableKey DisableKey EnableKeyRotation DisableKeyRotation GetKeyRotationStatus ListKeyRotations RotateKeyOnDemand GetKeyLastUsage ScheduleKeyDeletion "
        + "CancelKeyDeletion ImportKeyMaterial DeleteImportedKeyMaterial GetParametersForImport ListResourceTags TagResource UntagResource UpdateKeyDescription UpdatePrimaryRegion "
        + "ReplicateKey SynchronizeMultiRegionKey");

    /// <summary>The actions on one role's trust policy.</summary>
    public static IReadOnlyList<string> OfRole { get; } = InService("sts", "AssumeRole AssumeRoleWithWebIdentity AssumeRoleWithSAML TagSession SetSourceIdentity SetContext");

    /// <summary>Well-known actions of other services with resource policies.</summary>
    public static IReadOnlyList<string> Others { get; } =
    [
        .. InService("ssm", "GetParameter GetParameters GetParametersByPath GetParameterHistory PutParameter DeleteParameter DescribeParameters"),
        .. InService("lambda", "InvokeFunction InvokeFunctionUrl GetFunction UpdateFunctionCode GetLayerVersion"),
        .. InService("s3", "GetObject ListBucket PutObject DeleteObject GetBucketPolicy PutBucketPolicy GetBucketLocation GetObjectVersion GetBucketAcl PutObjectAcl"),
        .. InService("sns", "Publish Subscribe GetTopicAttributes"),
        .. InService("sqs", "SendMessage ReceiveMessage DeleteMessage GetQueueUrl GetQueueAttributes"),
        .. InService("ecr", "BatchGetImage GetDownloadUrlForLayer PutImage"),
        .. InService("dynamodb", "GetItem Query Scan PutItem"),
        .. InService("es", "ESHttpGet ESHttpPost"),
        .. InService("execute-api", "Invoke"),
        .. InService("backup", "CopyIntoBackupVault"),
    ];

    private static string[] InService(string service, string names) => [.. names.Split(' ').Select(name => $"{service}:{name}")];
}
