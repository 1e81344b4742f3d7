using System.Net;
using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

/// <summary>AWS answered <c>NoSuchConfigurationRecorderException</c>.</summary>
public class NoSuchConfigurationRecorderException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonConfigServiceException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public NoSuchConfigurationRecorderException(string message)
        : this(message, null, ErrorType.Unknown, "NoSuchConfigurationRecorderException", "", HttpStatusCode.BadRequest) { }
}
