using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>AWS answered <c>InvalidTimeRangeException</c>.</summary>
public class InvalidTimeRangeException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudTrailException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public InvalidTimeRangeException(string message)
        : this(message, null, ErrorType.Unknown, "InvalidTimeRangeException", "", HttpStatusCode.BadRequest) { }
}
