using Amazon.CloudTrail;
using Amazon.CloudTrail.Model;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>Reads from CloudTrail who read which secret, newest first, as far back as the window and the page budget reach.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html"/>
internal sealed class TrailReader(Scope scope, AwsClients clients, Calls calls, RequestPace pace, int pageBudget)
{
    /// <summary>AWS allows two LookupEvents calls a second in an account and region.</summary>
    public static readonly TimeSpan AwsPace = TimeSpan.FromMilliseconds(500);

    public const string Operation = "cloudtrail:LookupEvents";

    /// <returns>The use that was seen; a gap when it is not all of the window's.</returns>
    public async Task<(TrailUse Use, Gap? Gap)> ReadAsync(InventoryRequest request, CancellationToken cancellationToken)
    {
        var (start, end) = (request.AsOf - request.UsageWindow, request.AsOf);
        var tally = new TrailTally();
        string? token = null;
        for (var page = 0; page < pageBudget; page++)
        {
            await pace.WaitAsync(cancellationToken).ConfigureAwait(false);
            var ask = new LookupEventsRequest
            {
                StartTime = start.UtcDateTime, EndTime = end.UtcDateTime, MaxResults = 50, NextToken = token,
                LookupAttributes = [new LookupAttribute { AttributeKey = LookupAttributeKey.EventName, AttributeValue = "GetSecretValue" }],
            };
            var answer = await calls.TryAsync(Operation, scope.ToString(), stop => clients.Trail.LookupEventsAsync(ask, stop), cancellationToken).ConfigureAwait(false);
            if (answer.Value is not { } events)
                return (TrailUse.Failed(answer.Origin), answer.Gap);
            foreach (var record in events.Events ?? [])
                tally.Add(record);
            var following = events.NextToken;
            if (string.IsNullOrEmpty(following))
                return tally.Unreadable == 0
                    ? (tally.Close(start, end, whole: true, answer.Origin), null)
                    : (tally.Close(start, end, whole: false, answer.Origin), GapOf(
                        GapKind.Failed, $"{tally.Unreadable} records name no secret", "Check that the endpoint answers with CloudTrail records."));
            if (following == token)
                return (TrailUse.Failed(answer.Origin.Failed("a page of the trail named itself as the next one")), GapOf(
                    GapKind.Failed, "a page named itself as the next one, so the list never ends", "Check that the endpoint speaks AWS's protocol."));
            token = following;
        }
        var reached = tally.Oldest ?? end;
        return (tally.Close(reached, end, whole: false, calls.Origin(Operation)), GapOf(
            GapKind.LimitReached, $"{pageBudget} pages reach back to {reached:u}, not to {start:u}",
            "Shorten the usage window, raise the page budget, or read the trail's files instead."));
    }

    private Gap GapOf(GapKind kind, string reason, string remedy) =>
        new() { Operation = Operation, Subject = scope.ToString(), Scope = scope, Kind = kind, Reason = reason, Remedy = remedy };
}
