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
        if (service.Equals("aws", StringComparison.OrdinalIgnoreCase))
            return Global.Contains(name) ? null : $"AWS has no global condition key {key}: no request has it.";
        if (service.Equals("secretsmanager", StringComparison.OrdinalIgnoreCase))
            return SecretsManager.Contains(name) ? null : $"Secrets Manager has no condition key {key}: no request has it.";
        return kind == PolicyKind.Secret
            ? $"Requests for a secret have no {key}; it belongs to another service."
            : null;
    }
}
