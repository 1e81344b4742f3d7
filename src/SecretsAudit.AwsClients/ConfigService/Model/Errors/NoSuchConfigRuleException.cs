using System.Net;
using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

/// <summary>AWS answered <c>NoSuchConfigRuleException</c>.</summary>
public class NoSuchConfigRuleException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonConfigServiceException(message, innerException, errorType, errorCode, requestId, statusCode)
{
    /// <summary>As a test double throws it.</summary>
    public NoSuchConfigRuleException(string message)
        : this(message, null, ErrorType.Unknown, "NoSuchConfigRuleException", "", HttpStatusCode.BadRequest) { }
}
