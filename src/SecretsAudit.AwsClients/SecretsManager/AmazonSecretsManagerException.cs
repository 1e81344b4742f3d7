using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager;

/// <summary>AWS Secrets Manager refused a call; each documented error code has a class of its own in <c>Amazon.SecretsManager.Model</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html"/>
public class AmazonSecretsManagerException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public AmazonSecretsManagerException(string message)
        : this(message, null, ErrorType.Unknown, "", "", HttpStatusCode.BadRequest) { }
}
