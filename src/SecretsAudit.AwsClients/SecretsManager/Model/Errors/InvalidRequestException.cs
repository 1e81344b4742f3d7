using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>AWS answered <c>InvalidRequestException</c>.</summary>
public class InvalidRequestException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public InvalidRequestException(string message)
        : this(message, null, ErrorType.Unknown, "InvalidRequestException", "", HttpStatusCode.BadRequest) { }
}
