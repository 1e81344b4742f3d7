using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>AWS answered <c>OperationNotPermittedException</c>.</summary>
public class OperationNotPermittedException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudTrailException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public OperationNotPermittedException(string message)
        : this(message, null, ErrorType.Unknown, "OperationNotPermittedException", "", HttpStatusCode.BadRequest) { }
}
