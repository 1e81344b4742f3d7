using SecretsAudit.Model;

namespace SecretsAudit.Collectors.Tests.Templates;

/// <summary>What a Terraform plan says of secrets, keys and parameters before they exist.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/internals/json-format"/>
public sealed class TerraformPlanTests
{
    private const string Plan = """
        {
          "format_version": "1.2",
          "planned_values": { "root_module": {
            "resources": [
              { "address": "aws_kms_key.app", "mode": "managed", "type": "aws_kms_key", "values": { "enable_key_rotation": false, "is_enabled": true, "customer_master_key_spec": "SYMMETRIC_DEFAULT" } },
              { "address": "aws_kms_alias.app", "mode": "managed", "type": "aws_kms_alias", "values": { "name": "alias/app" } },
              { "address": "aws_secretsmanager_secret.db", "mode": "managed", "type": "aws_secretsmanager_secret",
                "values": { "name": "prod/orders/db", "description": "", "tags": { "owner": "team-orders" }, "tags_all": { "owner": "team-orders", "env": "prod" }, "replica": [{ "region": "us-east-1", "kms_key_id": null }] } },
              { "address": "aws_secretsmanager_secret_policy.db", "mode": "managed", "type": "aws_secretsmanager_secret_policy", "values": { "policy": "{\"Version\":\"2012-10-17\",\"Statement\":[]}" } },
              { "address": "aws_secretsmanager_secret_rotation.db", "mode": "managed", "type": "aws_secretsmanager_secret_rotation", "values": { "rotation_lambda_arn": "arn:aws:lambda:eu-west-1:111122223333:function:rotate", "rotation_rules": [{ "automatically_after_days": 30, "duration": "3h" }] } },
              { "address": "aws_secretsmanager_secret_version.db", "mode": "managed", "type": "aws_secretsmanager_secret_version", "values": { "secret_string": "never-kept-anywhere" } },
              { "address": "aws_ssm_parameter.token", "mode": "managed", "type": "aws_ssm_parameter", "values": { "name": "/prod/token", "type": "SecureString" } },
              { "address": "data.aws_kms_key.other", "mode": "data", "type": "aws_kms_key", "values": { } } ],
            "child_modules": [ { "address": "module.mail[0]", "resources": [
              { "address": "module.mail[0].aws_secretsmanager_secret.this[\"a.b\"]", "mode": "managed", "type": "aws_secretsmanager_secret", "values": { "name": "prod/mail" } } ] } ] } },
          "configuration": { "root_module": {
            "resources": [
              { "address": "aws_kms_alias.app", "expressions": { "target_key_id": { "references": ["aws_kms_key.app.key_id", "aws_kms_key.app"] } } },
              { "address": "aws_secretsmanager_secret.db", "expressions": { "kms_key_id": { "references": ["aws_kms_key.app.arn", "aws_kms_key.app"] } } },
              { "address": "aws_secretsmanager_secret_policy.db", "expressions": { "secret_arn": { "references": ["aws_secretsmanager_secret.db.arn", "aws_secretsmanager_secret.db"] } } },
              { "address": "aws_secretsmanager_secret_rotation.db", "expressions": { "secret_id": { "references": ["aws_secretsmanager_secret.db.id", "aws_secretsmanager_secret.db"] } } } ],
            "module_calls": { "mail": { "module": { "resources": [
              { "address": "aws_secretsmanager_secret.this", "expressions": { "kms_key_id": { "references": ["var.key"] } } } ] } } } } }
        }
        """;

    [Fact]
    public async Task A_secret_comes_with_its_policy_rotation_and_the_key_it_refers_to()
    {
        var secret = (await TemplateFiles.ReadAsync(Plan, "plan.json")).Secrets().Single(secret => secret.Name == "prod/orders/db");

        Assert.Equal("arn:aws:kms:undeployed:000000000000:key/aws_kms_key.app", secret.KmsKeyId.Value);
        Assert.True(secret.Description.IsAbsent);
        Assert.Equal(["env", "owner"], secret.Tags.Value.Keys.Order());
        Assert.Equal((true, 30), (secret.Rotation.Enabled.Value, secret.Rotation.AutomaticallyAfterDays.Value));
        Assert.Contains("2012-10-17", secret.ResourcePolicy.Value, StringComparison.Ordinal);
        Assert.Equal(("plan.json", 7), (secret.Place!.File, secret.Place.Line));
        Assert.Equal(Truth.NotYetReason, secret.LastRotated.UnknownReason);
    }

    [Fact]
    public async Task A_policy_in_a_resource_of_its_own_is_the_keys_policy()
    {
        var key = Assert.Single((await TemplateFiles.ReadAsync("""
            { "planned_values": { "root_module": { "resources": [
              { "address": "aws_kms_key.app", "mode": "managed", "type": "aws_kms_key", "values": { "arn": "arn:aws:kms:eu-west-1:111122223333:key/0f0e", "key_id": "0f0e" } },
              { "address": "aws_kms_key_policy.app", "mode": "managed", "type": "aws_kms_key_policy", "values": { "key_id": "0f0e", "policy": "{\"Statement\":[]}" } } ] } } }
            """, "plan.json")).OfType<InventoryItem.OfKey>()).Key;

        Assert.Equal(("0f0e", "{\"Statement\":[]}"), (key.Id, key.Policy.Value));
    }

    [Fact]
    public async Task In_a_module_what_comes_from_outside_is_known_only_after_apply()
    {
        var secret = (await TemplateFiles.ReadAsync(Plan)).Secrets().Single(secret => secret.Name == "prod/mail");

        Assert.Equal("module.mail[0].aws_secretsmanager_secret.this[\"a.b\"].kms_key_id is known only after apply", secret.KmsKeyId.UnknownReason);
        Assert.False(secret.Rotation.Enabled.Value);
    }

    [Fact]
    public async Task A_key_comes_with_its_alias_and_AWSs_own_policy_where_none_is_stated()
    {
        var key = Assert.Single((await TemplateFiles.ReadAsync(Plan)).Keys());

        Assert.Equal(("alias/app", false), (Assert.Single(key.Aliases.Value), key.RotationEnabled.Value));
        Assert.Contains("arn:aws:iam::000000000000:root", key.Policy.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_SecureString_without_a_key_is_under_the_AWS_managed_one()
    {
        var parameter = Assert.Single((await TemplateFiles.ReadAsync(Plan)).OfType<InventoryItem.OfParameter>()).Parameter;

        Assert.Equal(("SecureString", "alias/aws/ssm", "Standard"), (parameter.Type.Value, parameter.KmsKeyId.Value, parameter.Tier.Value));
    }
}
