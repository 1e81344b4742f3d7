using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>AWS answered <c>InvalidEventCategoryException</c>.</summary>
public class InvalidEventCategoryException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudTrailException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public InvalidEventCategoryException(string message)
        : this(message, null, ErrorType.Unknown, "InvalidEventCategoryException", "", HttpStatusCode.BadRequest) { }
}
