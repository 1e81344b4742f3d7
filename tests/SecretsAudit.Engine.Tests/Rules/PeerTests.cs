namespace SecretsAudit.Engine.Tests.Rules;

/// <summary>Every check that the known auditors make on secrets, keys and parameters has a rule here.</summary>
public sealed class PeerTests(SharedPack shared) : IClassFixture<SharedPack>
{
    [Theory]
    // https://hub.prowler.com
    [InlineData("prowler:secretsmanager_automatic_rotation_enabled")]
    [InlineData("prowler:secretsmanager_secret_rotated_periodically")]
    [InlineData("prowler:secretsmanager_secret_unused")]
    [InlineData("prowler:secretsmanager_not_publicly_accessible")]
    [InlineData("prowler:secretsmanager_has_restrictive_resource_policy")]
    [InlineData("prowler:kms_cmk_rotation_enabled")]
    [InlineData("prowler:kms_cmk_not_deleted_unintentionally")]
    [InlineData("prowler:kms_key_not_publicly_accessible")]
    [InlineData("prowler:kms_cmk_are_used")]
    [InlineData("prowler:kms_cmk_not_multi_region")]
    [InlineData("prowler:cloudtrail_multi_region_enabled")]
    [InlineData("prowler:cloudtrail_log_file_validation_enabled")]
    [InlineData("prowler:cloudtrail_kms_encryption_enabled")]
    [InlineData("prowler:config_recorder_all_regions_enabled")]
    // https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html
    [InlineData("securityhub:SecretsManager.1")]
    [InlineData("securityhub:SecretsManager.2")]
    [InlineData("securityhub:SecretsManager.3")]
    [InlineData("securityhub:SecretsManager.4")]
    [InlineData("securityhub:SecretsManager.5")]
    // https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html (KMS.1 and KMS.2 judge identity policies, which are not read)
    [InlineData("securityhub:KMS.3")]
    [InlineData("securityhub:KMS.4")]
    [InlineData("securityhub:KMS.5")]
    // https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html
    [InlineData("securityhub:CloudTrail.1")]
    [InlineData("securityhub:CloudTrail.2")]
    [InlineData("securityhub:CloudTrail.3")]
    [InlineData("securityhub:CloudTrail.4")]
    [InlineData("securityhub:Config.1")]
    // https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html
    [InlineData("config:secretsmanager-rotation-enabled-check")]
    [InlineData("config:secretsmanager-scheduled-rotation-success-check")]
    [InlineData("config:secretsmanager-secret-periodic-rotation")]
    [InlineData("config:secretsmanager-secret-unused")]
    [InlineData("config:secretsmanager-using-cmk")]
    [InlineData("config:cmk-backing-key-rotation-enabled")]
    [InlineData("config:kms-cmk-not-scheduled-for-deletion")]
    [InlineData("config:kms-key-policy-no-public-access")]
    [InlineData("config:cloudtrail-enabled")]
    [InlineData("config:multi-region-cloudtrail-enabled")]
    [InlineData("config:cloud-trail-log-file-validation-enabled")]
    [InlineData("config:cloud-trail-encryption-enabled")]
    // https://www.checkov.io/5.Policy%20Index/all.html
    [InlineData("checkov:CKV2_AWS_57")]
    [InlineData("checkov:CKV_AWS_149")]
    [InlineData("checkov:CKV_AWS_304")]
    [InlineData("checkov:CKV_AWS_337")]
    [InlineData("checkov:CKV_AWS_394")]
    [InlineData("checkov:CKV_AWS_7")]
    [InlineData("checkov:CKV_AWS_33")]
    [InlineData("checkov:CKV_AWS_227")]
    [InlineData("checkov:CKV2_AWS_34")]
    [InlineData("checkov:CKV_AWS_35")]
    [InlineData("checkov:CKV_AWS_36")]
    [InlineData("checkov:CKV_AWS_67")]
    [InlineData("checkov:CKV_AWS_251")]
    // https://cloudcustodian.io/docs/aws/resources/secrets-manager.html
    [InlineData("custodian:cross-account")]
    [InlineData("custodian:everyone_only")]
    // https://docs.kics.io/latest/queries/common-queries/
    [InlineData("kics:a88baa34-e2ad-44ea-ad6f-8cac87bc7c71")]
    // https://avd.aquasec.com/misconfig/aws/ssm/
    [InlineData("trivy:AWS-0098")]
    [InlineData("trivy:AWS-0014")]
    [InlineData("trivy:AWS-0015")]
    [InlineData("trivy:AWS-0016")]
    [InlineData("trivy:AWS-0065")]
    public void A_peers_check_has_a_rule(string peer) =>
        Assert.Contains(shared.Pack.Rules, rule => rule.Descriptor.Peers?.Contains(peer) ?? false);

    [Fact]
    public void The_catalogue_is_whole() => Assert.True(shared.Pack.Rules.Count >= 75, $"{shared.Pack.Rules.Count} rules");

    [Fact]
    public void Every_rule_gives_evidence_for_a_control() => Assert.All(shared.Pack.Rules, rule => Assert.NotEmpty(rule.Descriptor.Controls));
}
