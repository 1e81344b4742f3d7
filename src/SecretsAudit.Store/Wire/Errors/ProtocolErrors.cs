namespace SecretsAudit.Store.Wire.Errors;

// The errors that every AWS service shares.
// https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html

internal sealed class UnknownOperationException() : AwsException("UnknownOperationException", "");

internal sealed class SerializationException(string message) : AwsException("SerializationException", message, messageMember: "Message");

internal sealed class ValidationException(string message) : AwsException("ValidationException", message);

internal sealed class MissingAuthenticationTokenException(string message = "Missing Authentication Token")
    : AwsException("MissingAuthenticationTokenException", message);

internal sealed class IncompleteSignatureException(string message) : AwsException("IncompleteSignatureException", message);

internal sealed class InvalidSignatureException(string message) : AwsException("InvalidSignatureException", message);

internal sealed class UnrecognizedClientException() : AwsException("UnrecognizedClientException", "The security token included in the request is invalid.");

internal sealed class AccessDeniedException(string message) : AwsException("AccessDeniedException", message, messageMember: "Message");

/// <summary>An action that AWS keeps for itself, such as aliases that begin with <c>alias/aws/</c>.</summary>
internal sealed class NotAuthorizedException() : AwsException("NotAuthorizedException", "");

internal sealed class RequestEntityTooLargeException() : AwsException("RequestEntityTooLargeException", "Request size exceeded the limit.", status: 413);

internal sealed class InternalServiceError(string message) : AwsException("InternalServiceError", message, status: 500, messageMember: "Message");

internal sealed class InternalFailure() : AwsException("InternalFailure", "The request processing has failed because of an unknown error, exception or failure.", status: 500);
