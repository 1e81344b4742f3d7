using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>AWS answered <c>CloudTrailARNInvalidException</c>.</summary>
public class CloudTrailARNInvalidException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudTrailException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public CloudTrailARNInvalidException(string message)
        : this(message, null, ErrorType.Unknown, "CloudTrailARNInvalidException", "", HttpStatusCode.BadRequest) { }
}
