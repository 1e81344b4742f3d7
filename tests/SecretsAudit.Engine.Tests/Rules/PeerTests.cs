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
    // https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html
    [InlineData("securityhub:SecretsManager.1")]
    [InlineData("securityhub:SecretsManager.2")]
    [InlineData("securityhub:SecretsManager.3")]
    [InlineData("securityhub:SecretsManager.4")]
    [InlineData("securityhub:SecretsManager.5")]
    // https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html
    [InlineData("config:secretsmanager-rotation-enabled-check")]
    [InlineData("config:secretsmanager-scheduled-rotation-success-check")]
    [InlineData("config:secretsmanager-secret-periodic-rotation")]
    [InlineData("config:secretsmanager-secret-unused")]
    [InlineData("config:secretsmanager-using-cmk")]
    // https://www.checkov.io/5.Policy%20Index/all.html
    [InlineData("checkov:CKV2_AWS_57")]
    [InlineData("checkov:CKV_AWS_149")]
    [InlineData("checkov:CKV_AWS_304")]
    [InlineData("checkov:CKV_AWS_337")]
    [InlineData("checkov:CKV_AWS_394")]
    // https://cloudcustodian.io/docs/aws/resources/secrets-manager.html
    [InlineData("custodian:cross-account")]
    [InlineData("custodian:everyone_only")]
    // https://avd.aquasec.com/misconfig/aws/ssm/
    [InlineData("trivy:AWS-0098")]
    public void A_peers_check_has_a_rule(string peer) =>
        Assert.Contains(shared.Pack.Rules, rule => rule.Descriptor.Peers?.Contains(peer) ?? false);

    [Fact]
    public void The_catalogue_is_whole() => Assert.True(shared.Pack.Rules.Count >= 75, $"{shared.Pack.Rules.Count} rules");

    [Fact]
    public void Every_rule_gives_evidence_for_a_control() => Assert.All(shared.Pack.Rules, rule => Assert.NotEmpty(rule.Descriptor.Controls));
}
