namespace SecretsAudit.EndToEnd.Tests.Fixes;

/// <summary>What the resources that fixes write are made of, from their reference pages. A name that is not here is no property of theirs.</summary>
internal static class FixVocabulary
{
    /// <summary>Arguments and blocks by resource of Terraform's AWS provider; what must be given first, up to the bar.</summary>
    /// <seealso href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs"/>
    public static IReadOnlyDictionary<string, string> Terraform { get; } = new Dictionary<string, string>
    {
        ["aws_secretsmanager_secret"] = "name | description kms_key_id force_overwrite_replica_secret policy recovery_window_in_days replica tags",
        ["aws_secretsmanager_secret.replica"] = "region | kms_key_id",
        ["aws_secretsmanager_secret_policy"] = "secret_arn policy | block_public_policy",
        ["aws_secretsmanager_secret_rotation"] = "secret_id rotation_rules | rotate_immediately rotation_lambda_arn",
        ["aws_secretsmanager_secret_rotation.rotation_rules"] = "| automatically_after_days duration schedule_expression",
        ["aws_secretsmanager_secret_version"] = "secret_id | secret_string secret_string_wo secret_string_wo_version version_stages",
        ["aws_kms_key"] = "| description customer_master_key_spec enable_key_rotation is_enabled policy rotation_period_in_days tags",
        ["aws_kms_key_policy"] = "key_id policy | bypass_policy_lockout_safety_check",
        ["aws_ssm_parameter"] = "name type | description key_id tier tags value value_wo value_wo_version",
        ["aws_cloudtrail"] = "name s3_bucket_name | enable_logging enable_log_file_validation is_multi_region_trail kms_key_id",
        ["aws_config_configuration_recorder_status"] = "name is_enabled |",
    };

    /// <summary>Properties by CloudFormation type; what must be given first, up to the bar.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html"/>
    public static IReadOnlyDictionary<string, string> CloudFormation { get; } = new Dictionary<string, string>
    {
        ["AWS::SecretsManager::Secret"] = "| Description GenerateSecretString KmsKeyId Name ReplicaRegions SecretString Tags",
        ["AWS::SecretsManager::ResourcePolicy"] = "SecretId ResourcePolicy | BlockPublicPolicy",
        ["AWS::SecretsManager::RotationSchedule"] = "SecretId | HostedRotationLambda RotateImmediatelyOnUpdate RotationLambdaARN RotationRules",
        ["AWS::KMS::Key"] = "| Description Enabled EnableKeyRotation KeyPolicy KeySpec Origin RotationPeriodInDays Tags",
        ["AWS::SSM::Parameter"] = "Type Value | Description Name Policies Tags Tier",
        ["AWS::CloudTrail::Trail"] = "IsLogging S3BucketName | EnableLogFileValidation IsMultiRegionTrail KMSKeyId TrailName",
        ["AWS::Config::ConfigurationRecorder"] = "RoleARN | Name RecordingGroup RecordingMode",
        ["AWS::Config::DeliveryChannel"] = "S3BucketName | Name S3KeyPrefix S3KmsKeyArn",
    };

    /// <summary>What is wrong with the names given for a type; empty when nothing is.</summary>
    public static IEnumerable<string> Wrong(IReadOnlyDictionary<string, string> vocabulary, string type, IReadOnlyCollection<string> given)
    {
        if (!vocabulary.TryGetValue(type, out var names))
            return [$"{type} is not known"];

        var (required, optional) = (names.Split('|')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries), names.Split('|')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return [.. required.Except(given).Select(name => $"{type} lacks {name}"), .. given.Except(required).Except(optional).Select(name => $"{type} has no {name}")];
    }
}
