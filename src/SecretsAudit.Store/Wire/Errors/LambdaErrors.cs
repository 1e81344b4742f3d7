namespace SecretsAudit.Store.Wire.Errors;

// https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html, the Errors section of each operation.

internal sealed class LambdaResourceNotFoundException(string message) : AwsException("ResourceNotFoundException", message, status: 404, messageMember: "Message");

internal sealed class ResourceConflictException(string message) : AwsException("ResourceConflictException", message, status: 409, messageMember: "Message");
