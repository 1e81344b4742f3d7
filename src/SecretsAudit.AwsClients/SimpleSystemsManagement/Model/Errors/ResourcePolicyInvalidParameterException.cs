using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>AWS answered <c>ResourcePolicyInvalidParameterException</c>.</summary>
public class ResourcePolicyInvalidParameterException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSimpleSystemsManagementException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public ResourcePolicyInvalidParameterException(string message)
        : this(message, null, ErrorType.Unknown, "ResourcePolicyInvalidParameterException", "", HttpStatusCode.BadRequest) { }
}
