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

internal sealed class InvalidCiphertextException() : AwsException("InvalidCiphertextException", "");

internal sealed class IncorrectKeyException()
    : AwsException("IncorrectKeyException", "The key ID in the request does not identify a CMK that can perform this operation.");

internal sealed class InvalidKeyUsageException(string message) : AwsException("InvalidKeyUsageException", message);

internal sealed class DryRunOperationException() : AwsException("DryRunOperationException", "The request would have succeeded, but the DryRun option is set.");

internal sealed class KmsInvalidSignatureException() : AwsException("KMSInvalidSignatureException", "");

internal sealed class KmsInvalidMacException() : AwsException("KMSInvalidMacException", "");

internal sealed class InvalidGrantIdException(string message) : AwsException("InvalidGrantIdException", message);

internal sealed class InvalidGrantTokenException(string message) : AwsException("InvalidGrantTokenException", message);

internal sealed class InvalidImportTokenException() : AwsException("InvalidImportTokenException", "The import token is invalid.");

internal sealed class ExpiredImportTokenException() : AwsException("ExpiredImportTokenException", "The import token has expired.");

internal sealed class IncorrectKeyMaterialException(string message) : AwsException("IncorrectKeyMaterialException", message);

internal sealed class KmsLimitExceededException(string message) : AwsException("LimitExceededException", message);
