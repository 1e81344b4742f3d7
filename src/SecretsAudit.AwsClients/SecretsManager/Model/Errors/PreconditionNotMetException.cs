using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>AWS answered <c>PreconditionNotMetException</c>.</summary>
public class PreconditionNotMetException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public PreconditionNotMetException(string message)
        : this(message, null, ErrorType.Unknown, "PreconditionNotMetException", "", HttpStatusCode.BadRequest) { }
}
