using System.Globalization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Whether a trail records, and how its last delivery went; of topics, to which nothing is sent, it tells nothing.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html"/>
internal sealed class GetTrailStatus() : Operation<GetTrailStatus.Request, GetTrailStatus.Response>(AwsService.CloudTrail, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var trail = call.RequireTrail(request.Name!);
        return new()
        {
            IsLogging = trail.IsLogging,
            StartLoggingTime = trail.Started,
            StopLoggingTime = trail.Stopped,
            TimeLoggingStarted = Text(trail.Started),
            TimeLoggingStopped = Text(trail.Stopped),
            LatestDeliveryTime = trail.LatestDelivery,
            LatestDigestDeliveryTime = trail.LatestDigest,
            LatestDeliveryError = trail.LatestDeliveryError,
            LatestDeliveryAttemptTime = Text(trail.LatestDeliveryAttempt),
            LatestDeliveryAttemptSucceeded = Text(trail.LatestDelivery),
        };
    }

    protected override void Check(Request request, Constraints check) => check.Required(request.Name, "name").ThrowIfBroken();

    private static string Text(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    internal sealed record Request : IRequest<Response>
    {
        public string? Name { get; init; }
    }

    internal sealed record Response
    {
        public required bool IsLogging { get; init; }

        public DateTimeOffset? StartLoggingTime { get; init; }

        public DateTimeOffset? StopLoggingTime { get; init; }

        public DateTimeOffset? LatestDeliveryTime { get; init; }

        public DateTimeOffset? LatestDigestDeliveryTime { get; init; }

        /// <summary>S3's error code; null when the last delivery succeeded.</summary>
        public string? LatestDeliveryError { get; init; }

        public string LatestDeliveryAttemptTime { get; init; } = "";

        public string LatestNotificationAttemptTime { get; init; } = "";

        public string LatestNotificationAttemptSucceeded { get; init; } = "";

        public string LatestDeliveryAttemptSucceeded { get; init; } = "";

        public required string TimeLoggingStarted { get; init; }

        public required string TimeLoggingStopped { get; init; }
    }
}
