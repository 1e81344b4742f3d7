namespace SecretsAudit.Store.Wire.Errors;

// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Operations.html, the Errors section of each operation.

internal abstract class SecretsManagerException(string code, string message) : AwsException(code, message, messageMember: "Message");

internal sealed class ResourceNotFoundException(string message) : SecretsManagerException("ResourceNotFoundException", message)
{
    public static ResourceNotFoundException Secret() => new("Secrets Manager can't find the specified secret.");

    public static ResourceNotFoundException Stage(string stage) =>
        new($"Secrets Manager can't find the specified secret value for staging label: {stage}");

    public static ResourceNotFoundException Version(string versionId) =>
        new($"Secrets Manager can't find the specified secret value for VersionId: {versionId}");
}

internal sealed class ResourceExistsException(string message) : SecretsManagerException("ResourceExistsException", message)
{
    public static ResourceExistsException Token(string token, string secretArn) =>
        new($"You can't use ClientRequestToken {token} because that value is already in use for a version of secret {secretArn}.");
}

internal sealed class InvalidParameterException(string message) : SecretsManagerException("InvalidParameterException", message)
{
    public static InvalidParameterException Replica() =>
        new("Operation not permitted on a replica secret. Call must be made in primary secret's region.");
}

internal sealed class InvalidRequestException(string message) : SecretsManagerException("InvalidRequestException", message)
{
    public static InvalidRequestException MarkedForDeletion() =>
        new("You can't perform this operation on the secret because it was marked for deletion.");

    public static InvalidRequestException ForeignDefaultKey() =>
        new("You can't access a secret from a different AWS account if you encrypt the secret with the default KMS service key.");
}

internal sealed class InvalidNextTokenException() : SecretsManagerException("InvalidNextTokenException", "The NextToken value is invalid.");

internal sealed class LimitExceededException(string message) : SecretsManagerException("LimitExceededException", message);

internal sealed class MalformedPolicyDocumentException() : SecretsManagerException("MalformedPolicyDocumentException", "This resource policy contains a syntax error.");

internal sealed class PublicPolicyException()
    : SecretsManagerException("PublicPolicyException", "You can't attach a resource-based policy that allows broad access to the secret.");

internal sealed class EncryptionFailure()
    : SecretsManagerException("EncryptionFailure", "Secrets Manager can't encrypt the protected secret text using the provided KMS key. Check that the KMS key is available, enabled, and not in an invalid state.");

internal sealed class DecryptionFailure()
    : SecretsManagerException("DecryptionFailure", "Secrets Manager can't decrypt the protected secret text using the provided KMS key.");
