namespace SecretsAudit.Store.Wire.Errors;

// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList

internal sealed class NoSuchBucketException() : AwsException("NoSuchBucket", "The specified bucket does not exist", 404);

internal sealed class S3AccessDeniedException() : AwsException("AccessDenied", "Access Denied", 403);

internal sealed class InvalidBucketNameException() : AwsException("InvalidBucketName", "The specified bucket is not valid.");

internal sealed class BucketAlreadyExistsException() : AwsException(
    "BucketAlreadyExists",
    "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.",
    409);

internal sealed class BucketAlreadyOwnedByYouException() : AwsException(
    "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.", 409);

internal sealed class IllegalLocationConstraintException(string location) : AwsException(
    "IllegalLocationConstraintException", $"The {location} location constraint is incompatible for the region specific endpoint this request was sent to.");

internal sealed class MalformedXmlException() : AwsException("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema.");
