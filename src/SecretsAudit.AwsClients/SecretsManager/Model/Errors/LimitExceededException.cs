using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>AWS answered <c>LimitExceededException</c>.</summary>
public class LimitExceededException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public LimitExceededException(string message)
        : this(message, null, ErrorType.Unknown, "LimitExceededException", "", HttpStatusCode.BadRequest) { }
}
