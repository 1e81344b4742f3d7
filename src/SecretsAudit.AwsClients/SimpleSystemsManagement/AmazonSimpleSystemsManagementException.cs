using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement;

/// <summary>AWS Systems Manager refused a call; each documented error code has a class of its own in <c>Amazon.SimpleSystemsManagement.Model</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/CommonErrors.html"/>
public class AmazonSimpleSystemsManagementException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public AmazonSimpleSystemsManagementException(string message)
        : this(message, null, ErrorType.Unknown, "", "", HttpStatusCode.BadRequest) { }
}
