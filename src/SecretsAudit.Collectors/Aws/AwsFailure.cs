using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>What a failed call means for the audit: its kind, its reason in AWS's words, and what to do.</summary>
internal static class AwsFailure
{
    private static readonly HashSet<string> Credentials = new(StringComparer.Ordinal)
    {
        "UnrecognizedClientException", "InvalidClientTokenId", "InvalidAccessKeyId", "ExpiredToken", "ExpiredTokenException",
        "SignatureDoesNotMatch", "InvalidSignatureException", "IncompleteSignature", "MissingAuthenticationToken", "MissingAuthenticationTokenException",
    };

    private static readonly HashSet<string> Throttling = new(StringComparer.Ordinal)
    {
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException", "TooManyRequestsException",
        "RequestLimitExceeded", "BandwidthLimitExceeded", "SlowDown", "LimitExceededException", "ProvisionedThroughputExceededException",
    };

    /// <summary>True for what a call to AWS may throw; cancellation by the caller and programming errors are none of it.</summary>
    public static bool IsOne(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        AmazonServiceException or AmazonClientException or HttpRequestException or IOException or SocketException or TimeoutException => true,
        _ => false,
    };

    /// <summary>The gap that a failed call leaves.</summary>
    public static Gap GapOf(Exception exception, string operation, string subject, Scope? scope, string where)
    {
        var (kind, reason, remedy) = Judge(exception, operation, where);
        return new Gap { Operation = operation, Subject = subject, Scope = scope, Kind = kind, Reason = GapText.Bound(reason), Remedy = remedy };
    }

    private static (GapKind Kind, string Reason, string Remedy) Judge(Exception exception, string operation, string where)
    {
        if (Unreachable(exception) is { } cause)
            return (GapKind.Unreachable, $"{where} cannot be reached: {cause}",
                $"Check that {where} is running and can be reached from here, and that --endpoint-url, AWS_ENDPOINT_URL, the region and any proxy are right.");
        if (exception is not AmazonServiceException answer)
            return (GapKind.Failed, exception.Message, "Check the AWS settings of this environment: credentials, profile and region.");

        var code = answer.ErrorCode ?? "";
        var reason = code.Length == 0 || answer.Message.StartsWith(code, StringComparison.Ordinal) ? answer.Message : $"{code}: {answer.Message}";
        if (answer is AmazonUnmarshallingException)
            return (GapKind.Failed, "the answer is not what AWS would send", $"Check that {where} is an AWS endpoint and that no proxy changes its answers.");
        if (Credentials.Contains(code))
            return (GapKind.Denied, reason, "Renew or correct the credentials; for temporary ones, sign in again. A region that must be opted into refuses them too until the account enables it.");
        if (code.StartsWith("AccessDenied", StringComparison.Ordinal) || code is "UnauthorizedOperation" or "NotAuthorizedException" or "OptInRequired"
            || (code.Length == 0 && answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized))
            return (GapKind.Denied, reason, $"Allow {operation} to the principal that runs the audit.");
        if (Throttling.Contains(code) || answer.StatusCode == HttpStatusCode.TooManyRequests)
            return (GapKind.Throttled, reason, "Run again at a quieter time, or read fewer accounts and regions at a time.");
        return (GapKind.Failed, reason, "Run again; if it stays, look the error code up in the operation's AWS page.");
    }

    /// <summary>Why no answer came; null when one did.</summary>
    private static string? Unreachable(Exception exception)
    {
        if (exception is AmazonServiceException answer && answer.StatusCode != default)
            return null;
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket)
                return socket.Message;
            if (cause is OperationCanceledException or TimeoutException)
                return "no answer within the time allowed";
            if (cause is HttpRequestException { InnerException: null } or IOException)
                return cause.Message;
        }
        return null;
    }
}
