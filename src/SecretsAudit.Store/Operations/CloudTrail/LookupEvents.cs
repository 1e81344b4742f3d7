using System.Globalization;
using SecretsAudit.Store.Trail;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>The last 90 days' events of the caller's account in the region, newest first.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html"/>
internal sealed class LookupEvents() : Operation<LookupEvents.Request, LookupEvents.Response>(AwsService.CloudTrail, writes: false)
{
    private const int PageLimit = 50;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public override Task PrepareAsync(StoreServices services) => services.Trail.FlushAsync();

    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        if (request.LookupAttributes is { Count: > 1 })
        {
            throw new InvalidLookupAttributesException("You can specify only one lookup attribute.");
        }

        if (request.StartTime > request.EndTime)
        {
            throw new InvalidTimeRangeException("The start time is later than the end time.");
        }

        var attribute = request.LookupAttributes is [{ } only] ? only : null;
        var filter = $"{attribute?.AttributeKey}={attribute?.AttributeValue} {request.StartTime:O} {request.EndTime:O}";
        var oldest = call.Now - Kept;
        var limit = request.MaxResults ?? PageLimit;
        var found = request.EventCategory is not null ? [] : call.Services.Trail.Lookup(new()
        {
            Account = call.Account,
            Region = call.Region,
            From = request.StartTime > oldest ? request.StartTime.Value : oldest,
            To = request.EndTime ?? DateTimeOffset.MaxValue,
            Attribute = attribute?.AttributeKey,
            Value = attribute?.AttributeValue,
            Before = request.NextToken is { } token ? Parse(token, filter) : null,
            Limit = limit + 1,
        });
        var page = found.Take(limit).ToList();
        return new()
        {
            Events = [.. page.Select(Event.Of)],
            NextToken = found.Count > limit ? PageToken.Create("events", filter, page[^1].Number.ToString(CultureInfo.InvariantCulture)) : null,
        };
    }

    protected override void Check(Request request, Constraints check)
    {
        if (request.MaxResults is < 1 or > PageLimit)
        {
            throw new InvalidMaxResultsException($"MaxResults must be between 1 and {PageLimit}.");
        }

        if (request.EventCategory is not (null or "insight"))
        {
            throw new InvalidEventCategoryException("The only event category you can name is insight.");
        }

        check.Each(request.LookupAttributes, "lookupAttributes", 0, 100, (attribute, place) => check
            .Required(attribute.AttributeKey, place + ".attributeKey")
            .OneOf(attribute.AttributeKey, place + ".attributeKey", [.. TrailAttributes.Keys])
            .Required(attribute.AttributeValue, place + ".attributeValue").Length(attribute.AttributeValue, place + ".attributeValue", 1, 2000))
            .ThrowIfBroken();
    }

    private static long Parse(string token, string filter) =>
        PageToken.Parse(token, "events", filter) is { } last && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new TrailInvalidNextTokenException();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<LookupAttribute?>? LookupAttributes { get; init; }

        public DateTimeOffset? StartTime { get; init; }

        public DateTimeOffset? EndTime { get; init; }

        public string? EventCategory { get; init; }

        public int? MaxResults { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record LookupAttribute
    {
        public string? AttributeKey { get; init; }

        public string? AttributeValue { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<Event> Events { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Event
    {
        public required string EventId { get; init; }

        public required string EventName { get; init; }

        public required string ReadOnly { get; init; }

        public string? AccessKeyId { get; init; }

        public required DateTimeOffset EventTime { get; init; }

        public required string EventSource { get; init; }

        public string? Username { get; init; }

        public required IReadOnlyList<Resource> Resources { get; init; }

        public required string CloudTrailEvent { get; init; }

        public static Event Of(TrailEntry entry) => new()
        {
            EventId = entry.EventId,
            EventName = entry.EventName,
            ReadOnly = entry.ReadOnly ? "true" : "false",
            AccessKeyId = entry.AccessKeyId,
            EventTime = entry.EventTime,
            EventSource = entry.EventSource,
            Username = entry.Username,
            Resources = [.. entry.Resources.Select(resource => new Resource { ResourceType = resource.Type, ResourceName = resource.Arn })],
            CloudTrailEvent = entry.Record,
        };
    }

    internal sealed record Resource
    {
        public required string ResourceType { get; init; }

        public required string ResourceName { get; init; }
    }
}
