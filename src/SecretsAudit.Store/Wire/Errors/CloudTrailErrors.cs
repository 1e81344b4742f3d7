namespace SecretsAudit.Store.Wire.Errors;

// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html#API_LookupEvents_Errors

internal sealed class InvalidLookupAttributesException(string message) : AwsException("InvalidLookupAttributesException", message);

internal sealed class InvalidTimeRangeException(string message) : AwsException("InvalidTimeRangeException", message);

internal sealed class InvalidMaxResultsException(string message) : AwsException("InvalidMaxResultsException", message);

internal sealed class TrailInvalidNextTokenException() : AwsException("InvalidNextTokenException", "The NextToken value is invalid or expired.");

internal sealed class InvalidEventCategoryException(string message) : AwsException("InvalidEventCategoryException", message);

// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html#API_CreateTrail_Errors

internal sealed class InvalidTrailNameException(string message) : AwsException("InvalidTrailNameException", message);

internal sealed class CloudTrailArnInvalidException(string arn)
    : AwsException("CloudTrailARNInvalidException", $"The trail ARN is not valid: {arn}");

internal sealed class TrailNotFoundException(string trail, string account)
    : AwsException("TrailNotFoundException", $"Unknown trail: {trail} for the user: {account}");

internal sealed class TrailAlreadyExistsException(string name, string account)
    : AwsException("TrailAlreadyExistsException", $"Trail {name} already exists for customer: {account}");

internal sealed class MaximumNumberOfTrailsExceededException(string account)
    : AwsException("MaximumNumberOfTrailsExceededException", $"User: {account} already has 5 trails in this region.");

internal sealed class S3BucketDoesNotExistException(string bucket) : AwsException("S3BucketDoesNotExistException", $"S3 bucket {bucket} does not exist!");

internal sealed class InvalidSnsTopicNameException(string name) : AwsException("InvalidSnsTopicNameException", $"The SNS topic name is not valid: {name}");

internal sealed class TrailParameterCombinationException(string message) : AwsException("InvalidParameterCombinationException", message);

internal sealed class KmsKeyNotFoundException(string key) : AwsException("KmsKeyNotFoundException", $"KMS key {key} was not found in the region of the S3 bucket.");

internal sealed class KmsKeyDisabledException(string key) : AwsException("KmsKeyDisabledException", $"KMS key {key} is disabled.");

internal sealed class InvalidCloudWatchLogsLogGroupArnException()
    : AwsException("InvalidCloudWatchLogsLogGroupArnException", "The CloudWatch Logs log group ARN is not valid.");

internal sealed class InvalidCloudWatchLogsRoleArnException() : AwsException("InvalidCloudWatchLogsRoleArnException", "The CloudWatch Logs role ARN is not valid.");

internal sealed class OrganizationsNotInUseException()
    : AwsException("OrganizationsNotInUseException", "The account is not a member of an organization.");

internal sealed class InvalidHomeRegionException(string trail, string home)
    : AwsException("InvalidHomeRegionException", $"Trail {trail} can be changed only in its home region, {home}.");

internal sealed class InvalidEventSelectorsException(string message) : AwsException("InvalidEventSelectorsException", message);

internal sealed class InvalidInsightSelectorsException(string message) : AwsException("InvalidInsightSelectorsException", message);

internal sealed class InsightNotEnabledException(string trail) : AwsException(
    "InsightNotEnabledException", $"Trail {trail} does not have Insights enabled. Edit the trail settings to enable Insights, and then try the operation again.");

internal sealed class TrailTagsLimitExceededException() : AwsException("TagsLimitExceededException", "A trail can have 50 tags at most.");

internal sealed class InvalidTagParameterException(string message) : AwsException("InvalidTagParameterException", message);

internal sealed class TrailResourceNotFoundException(string id) : AwsException("ResourceNotFoundException", $"The resource {id} was not found.");

internal sealed class InvalidS3PrefixException() : AwsException("InvalidS3PrefixException", "The S3 prefix specified for the trail is not valid.");
