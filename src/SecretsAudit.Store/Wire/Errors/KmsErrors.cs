namespace SecretsAudit.Store.Wire.Errors;

// https://docs.aws.amazon.com/kms/latest/APIReference/API_Operations.html, the Errors section of each operation.

internal sealed class NotFoundException(string message) : AwsException("NotFoundException", message);

internal sealed class InvalidArnException(string message) : AwsException("InvalidArnException", message);

internal sealed class AlreadyExistsException(string message) : AwsException("AlreadyExistsException", message);

internal sealed class DisabledException(string message) : AwsException("DisabledException", message);

internal sealed class KmsInvalidStateException(string message) : AwsException("KMSInvalidStateException", message);

internal sealed class InvalidMarkerException() : AwsException("InvalidMarkerException", "The Marker value is invalid.");

internal sealed class InvalidAliasNameException(string message) : AwsException("InvalidAliasNameException", message);

internal sealed class KmsMalformedPolicyDocumentException(string message) : AwsException("MalformedPolicyDocumentException", message);

internal sealed class UnsupportedKmsOperationException(string message) : AwsException("UnsupportedOperationException", message);

internal sealed class TagException(string message) : AwsException("TagException", message);
