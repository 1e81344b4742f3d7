using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudTrail;

/// <summary>AWS CloudTrail refused a call; each documented error code has a class of its own in <c>Amazon.CloudTrail.Model</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/CommonErrors.html"/>
public class AmazonCloudTrailException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public AmazonCloudTrailException(string message)
        : this(message, null, ErrorType.Unknown, "", "", HttpStatusCode.BadRequest) { }
}
