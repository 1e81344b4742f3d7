using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>AWS answered <c>InvalidFilterOption</c>.</summary>
public class InvalidFilterOptionException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSimpleSystemsManagementException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public InvalidFilterOptionException(string message)
        : this(message, null, ErrorType.Unknown, "InvalidFilterOption", "", HttpStatusCode.BadRequest) { }
}
