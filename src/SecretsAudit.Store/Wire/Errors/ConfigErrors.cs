namespace SecretsAudit.Store.Wire.Errors;

// https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeComplianceByConfigRule.html#API_DescribeComplianceByConfigRule_Errors

internal sealed class NoSuchConfigRuleException(string name)
    : AwsException("NoSuchConfigRuleException", $"The ConfigRule '{name}' provided in the request is invalid. Please check the configRule name.");

internal sealed class InvalidParameterValueException(string message) : AwsException("InvalidParameterValueException", message);

internal sealed class MaxNumberOfConfigRulesExceededException(string name)
    : AwsException("MaxNumberOfConfigRulesExceededException", $"Failed to put config rule '{name}' because the maximum number of config rules: 1000 is reached.");

internal sealed class NoSuchConfigurationRecorderException(string name)
    : AwsException("NoSuchConfigurationRecorderException", $"Cannot find configuration recorder with the specified name '{name}'.");

internal sealed class InvalidExpressionException(string message) : AwsException("InvalidExpressionException", message);

internal sealed class ConfigInvalidNextTokenException() : AwsException("InvalidNextTokenException", "The nextToken provided is invalid");

internal sealed class InvalidResultTokenException() : AwsException("InvalidResultTokenException", "The resultToken provided is invalid");

internal sealed class ConfigInvalidLimitException(int value, int most)
    : AwsException("InvalidLimitException", value < 0
        ? $"Value '{value}' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 0"
        : $"Value '{value}' at 'limit' failed to satisfy constraint: Member must have value less than or equal to {most}");

internal sealed class ConfigResourceNotFoundException(string arn) : AwsException("ResourceNotFoundException", $"ResourceArn '{arn}' does not exist");

internal sealed class ConfigInvalidInputException(string message) : AwsException("InvalidInput", message);

internal sealed class ConfigTooManyTagsException()
    : AwsException("TooManyTagsException", "You have reached the limit of the number of tags you can use. For more information, see Service Limits in the AWS Config Developer Guide.");

internal sealed class ConfigLimitExceededException(string message) : AwsException("LimitExceededException", message);

internal sealed class InvalidConfigurationRecorderNameException(string? name)
    : AwsException("InvalidConfigurationRecorderNameException", $"The configuration recorder name '{name}' is not valid, blank string.");

internal sealed class MaxNumberOfConfigurationRecordersExceededException(string name)
    : AwsException("MaxNumberOfConfigurationRecordersExceededException", $"Failed to put configuration recorder '{name}' because the maximum number of configuration recorders: 1 is reached.");

internal sealed class InvalidRecordingGroupException() : AwsException("InvalidRecordingGroupException", "The recording group provided is not valid");

internal sealed class InvalidRoleException() : AwsException("InvalidRoleException", "The role provided is null or empty.");

internal sealed class NoAvailableConfigurationRecorderException(string message) : AwsException("NoAvailableConfigurationRecorderException", message);

internal sealed class NoAvailableDeliveryChannelException()
    : AwsException("NoAvailableDeliveryChannelException", "Delivery channel is not available to start configuration recorder.");

internal sealed class InvalidDeliveryChannelNameException(string? name)
    : AwsException("InvalidDeliveryChannelNameException", $"The delivery channel name '{name}' is not valid, blank string.");

internal sealed class ConfigNoSuchBucketException() : AwsException("NoSuchBucketException", "Cannot find a S3 bucket with an empty bucket name.");

internal sealed class InvalidS3KeyPrefixException() : AwsException("InvalidS3KeyPrefixException", "The s3 key prefix '' is not valid, empty s3 key prefix.");

internal sealed class InvalidS3KmsKeyArnException() : AwsException("InvalidS3KmsKeyArnException", "The arn '' is not a valid kms key or alias arn.");

internal sealed class InvalidSnsTopicArnException() : AwsException("InvalidSNSTopicARNException", "The sns topic arn '' is not valid.");

internal sealed class InvalidDeliveryFrequencyException(string value, IReadOnlyList<string> allowed)
    : AwsException("InvalidDeliveryFrequency", $"1 validation error detected: Value '{value}' at 'deliveryChannel.configSnapshotDeliveryProperties.deliveryFrequency' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", allowed)}]");

internal sealed class MaxNumberOfDeliveryChannelsExceededException(string name)
    : AwsException("MaxNumberOfDeliveryChannelsExceededException", $"Failed to put delivery channel '{name}' because the maximum number of delivery channels: 1 is reached.");

internal sealed class NoSuchDeliveryChannelException(string name)
    : AwsException("NoSuchDeliveryChannelException", $"Cannot find delivery channel with specified name '{name}'.");

internal sealed class LastDeliveryChannelDeleteFailedException(string name)
    : AwsException("LastDeliveryChannelDeleteFailedException", $"Failed to delete last specified delivery channel with name '{name}', because there is a running configuration recorder.");

internal sealed class NoSuchConfigurationAggregatorException(int named)
    : AwsException("NoSuchConfigurationAggregatorException", named == 1
        ? "The configuration aggregator does not exist. Check the configuration aggregator name and try again."
        : "At least one of the configuration aggregators does not exist. Check the configuration aggregator names and try again.");

internal sealed class NoSuchRetentionConfigurationException(string name)
    : AwsException("NoSuchRetentionConfigurationException", $"Cannot find retention configuration with the specified name '{name}'.");

internal sealed class ResourceNotDiscoveredException(string type, string id)
    : AwsException("ResourceNotDiscoveredException", $"Resource {id} of resourceType:{type} is unknown or has not been discovered");

internal sealed class ConfigInvalidTimeRangeException() : AwsException("InvalidTimeRangeException", "The specified time range is not valid. The earlier time is not chronologically before the later time.");

internal sealed class NoSuchOrganizationConformancePackException(string message) : AwsException("NoSuchOrganizationConformancePackException", message);

// https://docs.aws.amazon.com/config/latest/APIReference/API_PutConformancePack.html#API_PutConformancePack_Errors

internal sealed class NoSuchConformancePackException() : AwsException(
    "NoSuchConformancePackException",
    "One or more conformance packs with specified names are not present. Ensure your names are correct and try your request again later.");

internal sealed class NoSuchConfigRuleInConformancePackException() : AwsException(
    "NoSuchConfigRuleInConformancePackException", "AWS Config rule that you passed in the filter does not exist in the conformance pack.");

internal sealed class ConformancePackTemplateValidationException(string message) : AwsException("ConformancePackTemplateValidationException", message);

internal sealed class MaxNumberOfConformancePacksExceededException(int most) : AwsException(
    "MaxNumberOfConformancePacksExceededException", $"You have reached the limit of the number of conformance packs you can create in an account: {most}.");

internal sealed class ConfigResourceInUseException(string message) : AwsException("ResourceInUseException", message);

internal sealed class InsufficientPermissionsException(string message) : AwsException("InsufficientPermissionsException", message);
