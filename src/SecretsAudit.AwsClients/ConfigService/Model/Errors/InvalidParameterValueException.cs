using System.Net;
using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

/// <summary>AWS answered <c>InvalidParameterValueException</c>.</summary>
public class InvalidParameterValueException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonConfigServiceException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public InvalidParameterValueException(string message)
        : this(message, null, ErrorType.Unknown, "InvalidParameterValueException", "", HttpStatusCode.BadRequest) { }
}
