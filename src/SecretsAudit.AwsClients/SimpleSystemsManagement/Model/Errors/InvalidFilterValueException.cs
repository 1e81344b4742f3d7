using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>AWS answered <c>InvalidFilterValue</c>.</summary>
public class InvalidFilterValueException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSimpleSystemsManagementException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public InvalidFilterValueException(string message)
        : this(message, null, ErrorType.Unknown, "InvalidFilterValue", "", HttpStatusCode.BadRequest) { }
}
