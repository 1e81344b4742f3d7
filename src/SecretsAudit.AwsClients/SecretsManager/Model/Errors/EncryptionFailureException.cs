using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>AWS answered <c>EncryptionFailure</c>.</summary>
public class EncryptionFailureException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public EncryptionFailureException(string message)
        : this(message, null, ErrorType.Unknown, "EncryptionFailure", "", HttpStatusCode.BadRequest) { }
}
