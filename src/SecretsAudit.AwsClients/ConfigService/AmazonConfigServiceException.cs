using System.Net;
using Amazon.Runtime;

namespace Amazon.ConfigService;

/// <summary>AWS Config refused a call; each documented error code has a class of its own in <c>Amazon.ConfigService.Model</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/CommonErrors.html"/>
public class AmazonConfigServiceException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public AmazonConfigServiceException(string message)
        : this(message, null, ErrorType.Unknown, "", "", HttpStatusCode.BadRequest) { }
}
