namespace SecretsAudit.Store.Wire.Errors;

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html and
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors

internal sealed class NoSuchEntityException(string message) : AwsException("NoSuchEntity", message, status: 404);

internal sealed class EntityAlreadyExistsException(string message) : AwsException("EntityAlreadyExists", message, status: 409);

internal sealed class DeleteConflictException(string message) : AwsException("DeleteConflict", message, status: 409);

internal sealed class IamLimitExceededException(string message) : AwsException("LimitExceeded", message, status: 409);

internal sealed class IamMalformedPolicyException(string message) : AwsException("MalformedPolicyDocument", message);

internal sealed class InvalidInputException(string message) : AwsException("InvalidInput", message);

internal sealed class StsInvalidParameterException(string message) : AwsException("InvalidParameterValue", message);

internal sealed class PackedPolicyTooLargeException(string message) : AwsException("PackedPolicyTooLarge", message);

internal sealed class ExpiredTokenException() : AwsException("ExpiredTokenException", "The security token included in the request is expired");

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors

internal sealed class InvalidIdentityTokenException(string message) : AwsException("InvalidIdentityToken", message);

internal sealed class WebIdentityExpiredException(DateTimeOffset expired, DateTimeOffset now)
    : AwsException("ExpiredTokenException", $"Token expired: current date/time {now.ToUnixTimeSeconds()} must be before the expiration date/time {expired.ToUnixTimeSeconds()}");

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html#API_AssumeRoleWithSAML_Errors

internal sealed class SamlExpiredException() : AwsException("ExpiredTokenException", "Token must be redeemed within 5 minutes of issuance");

internal sealed class InvalidAuthorizationMessageException() : AwsException("InvalidAuthorizationMessageException", "Message is not valid");
