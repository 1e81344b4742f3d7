namespace SecretsAudit.Store.Wire.Errors;

// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html#API_LookupEvents_Errors

internal sealed class InvalidLookupAttributesException(string message) : AwsException("InvalidLookupAttributesException", message);

internal sealed class InvalidTimeRangeException(string message) : AwsException("InvalidTimeRangeException", message);

internal sealed class InvalidMaxResultsException(string message) : AwsException("InvalidMaxResultsException", message);

internal sealed class TrailInvalidNextTokenException() : AwsException("InvalidNextTokenException", "The NextToken value is invalid or expired.");

internal sealed class InvalidEventCategoryException(string message) : AwsException("InvalidEventCategoryException", message);
