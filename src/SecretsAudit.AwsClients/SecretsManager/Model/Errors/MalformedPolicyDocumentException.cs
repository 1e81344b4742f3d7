using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>AWS answered <c>MalformedPolicyDocumentException</c>.</summary>
public class MalformedPolicyDocumentException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public MalformedPolicyDocumentException(string message)
        : this(message, null, ErrorType.Unknown, "MalformedPolicyDocumentException", "", HttpStatusCode.BadRequest) { }
}
