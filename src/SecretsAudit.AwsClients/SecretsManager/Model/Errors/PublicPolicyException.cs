using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>AWS answered <c>PublicPolicyException</c>.</summary>
public class PublicPolicyException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public PublicPolicyException(string message)
        : this(message, null, ErrorType.Unknown, "PublicPolicyException", "", HttpStatusCode.BadRequest) { }
}
