using System.Collections.Frozen;

namespace SecretsAudit.Iam.Checks;

/// <summary>Remarks on condition keys that requests for the resource do not have.</summary>
/// <seealso href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html#awssecretsmanager-policy-keys"/>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"/>
internal static class KeyRemarks
{
    private static readonly FrozenSet<string> SecretsManager = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "AddReplicaRegions", "BlockPublicPolicy", "Description", "ExternalSecretRotationRoleArn", "ForceDeleteWithoutRecovery", "ForceOverwriteReplicaSecret", "KmsKeyArn", "KmsKeyId",
        "ModifyRotationRules", "Name", "RecoveryWindowInDays", "RotateImmediately", "RotationLambdaARN", "SecretId", "SecretPrimaryRegion", "Type", "VersionId", "VersionStage",
        "resource/AllowRotationLambdaArn");

    // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
    private static readonly FrozenSet<string> KeyManagement = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "BypassPolicyLockoutSafetyCheck", "CallerAccount", "CustomerMasterKeySpec", "CustomerMasterKeyUsage", "DataKeyPairSpec", "EncryptionAlgorithm", "EncryptionContextKeys", "ExpirationModel",
        "GrantConstraintType", "GrantIsForAWSResource", "GrantOperations", "GranteePrincipal", "GranteeServicePrincipal", "KeyAgreementAlgorithm", "KeyOrigin", "KeySpec", "KeyUsage", "MacAlgorithm", "MessageType", "MultiRegion",
        "MultiRegionKeyType", "PrimaryRegion", "ReEncryptOnSameKey", "ReplicaRegion", "RequestAlias", "ResourceAliases", "RetiringPrincipal", "RetiringServicePrincipal", "RotationPeriodInDays",
        "ScheduleKeyDeletionPendingWindowInDays", "SigningAlgorithm", "ValidTo", "ViaService", "WrappingAlgorithm", "WrappingKeySpec");

    private static readonly string[] KeyManagementMaps = ["EncryptionContext:", "RecipientAttestation:"];

    private static readonly FrozenSet<string> Global = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "AssumedRoot", "CalledVia", "CalledViaAWSMCP", "CalledViaFirst", "CalledViaLast", "ChatbotSourceArn", "CurrentTime", "Ec2InstanceSourcePrivateIPv4", "Ec2InstanceSourceVpc", "EpochTime", "FederatedProvider",
        "IsMcpServiceAction", "MultiFactorAuthAge", "MultiFactorAuthPresent", "PrincipalAccount", "PrincipalArn", "PrincipalIsAWSService", "PrincipalOrgID", "PrincipalOrgPaths", "PrincipalServiceName",
        "PrincipalServiceNamesList", "PrincipalType", "Referer", "RequestedRegion", "ResourceAccount", "ResourceOrgID", "ResourceOrgPaths", "SecureTransport", "SourceAccount", "SourceArn", "SourceIdentity",
        "SourceIp", "SourceOrgID", "SourceOrgPaths", "SourceOwner", "SourceVpc", "SourceVpcArn", "SourceVpce", "TagKeys", "TokenIssueTime", "UserAgent", "ViaAWSMCPService", "ViaAWSService", "VpceAccount", "VpceOrgID", "VpceOrgPaths",
        "VpcSourceIp", "userid", "username");

    private static readonly string[] Tagged = ["PrincipalTag", "RequestTag", "ResourceTag"];

    public static IEnumerable<PolicyRemark> Of(PolicyLinter linter, PolicyStatement statement)
    {
        foreach (var condition in statement.Conditions)
        {
            if (Reason(linter.Policy.Kind, condition.Key) is { } reason)
                yield return PolicyLinter.Remark(PolicyRemarkIds.UnsupportedKey, RemarkSeverity.Warning, statement, condition, reason);
        }
    }

    private static string? Reason(PolicyKind kind, string key)
    {
        var colon = key.IndexOf(':');
        var (service, name) = (key[..colon], key[(colon + 1)..]);
        var slash = name.IndexOf('/');
        if (slash < 0 && Tagged.Contains(name, StringComparer.OrdinalIgnoreCase))
            return $"{key} needs the tag's key behind a slash, such as {key}/team.";
        if (slash > 0 && Tagged.Contains(name[..slash], StringComparer.OrdinalIgnoreCase))
            return null;
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (Deprecated global condition key)
        if (key.Equals("aws:ARN", StringComparison.OrdinalIgnoreCase))
            return "aws:ARN is the old name of aws:PrincipalArn. Use the new one.";
        if (service.Equals("aws", StringComparison.OrdinalIgnoreCase))
            return Global.Contains(name) ? null : $"AWS has no global condition key {key}: no request has it.";
        if (service.Equals("secretsmanager", StringComparison.OrdinalIgnoreCase) && kind != PolicyKind.Key)
            return SecretsManager.Contains(name) ? null : $"Secrets Manager has no condition key {key}: no request has it.";
        if (service.Equals("kms", StringComparison.OrdinalIgnoreCase) && kind != PolicyKind.Secret)
            return KeyManagement.Contains(name) || Array.Exists(KeyManagementMaps, map => name.Length > map.Length && name.StartsWith(map, StringComparison.OrdinalIgnoreCase)) ? null : $"KMS has no condition key {key}: no request has it.";
        if (kind == PolicyKind.Key)
            return service.ToLowerInvariant() is "secretsmanager" or "s3" or "ssm" ? $"Requests for a key have no {key}; it belongs to another service." : null;
        return kind == PolicyKind.Secret
            ? $"Requests for a secret have no {key}; it belongs to another service."
            : null;
    }
}
