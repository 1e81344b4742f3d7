using System.Globalization;
using System.Text.Json.Serialization;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The configuration items of one resource, newest first: what a recorder wrote down, or without one the resource as it is.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_GetResourceConfigHistory.html"/>
internal sealed class GetResourceConfigHistory()
    : Operation<GetResourceConfigHistory.Request, GetResourceConfigHistory.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var size = ConfigPage.Size(request.Limit, 10);
        if (request.EarlierTime > request.LaterTime)
        {
            throw new ConfigInvalidTimeRangeException();
        }

        var items = Items(request, call).Where(item =>
            (request.LaterTime is null || item.Item.ConfigurationItemCaptureTime <= request.LaterTime)
            && (request.EarlierTime is null || item.Item.ConfigurationItemCaptureTime >= request.EarlierTime));
        var (page, next) = ConfigPage.Of(request.ChronologicalOrder == "Forward" ? items : items.Reverse(), item => item.Key, request.NextToken, size);
        return new() { ConfigurationItems = [.. page.Select(item => item.Item)], NextToken = next };
    }

    // Oldest first, each with its place.
    private static List<(string Key, WireConfigurationItem Item)> Items(Request request, Call call)
    {
        var recorded = RecordedItem.Of(call.Services.State, call.Account, call.Region, request.ResourceType!, request.ResourceId!)
            .Select(item => (Key: item.Number.ToString(CultureInfo.InvariantCulture), Item: WireConfigurationItem.Of(item))).ToList();
        if (recorded.Count > 0)
        {
            return recorded;
        }

        var present = ConfigurationItems.Of(call.Services.State, call.Account, call.Region)
            .FirstOrDefault(resource => resource.Type == request.ResourceType && resource.Id == request.ResourceId)
            ?? throw new ResourceNotDiscoveredException(request.ResourceType!, request.ResourceId!);
        return [("1", WireConfigurationItem.Of(present, call, withTags: true))];
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceType, "resourceType").Length(request.ResourceType, "resourceType", 1, 196)
        .Required(request.ResourceId, "resourceId").Length(request.ResourceId, "resourceId", 1, 768)
        .OneOf(request.ChronologicalOrder, "chronologicalOrder", "Reverse", "Forward").ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        [JsonPropertyName("resourceType")]
        public string? ResourceType { get; init; }

        [JsonPropertyName("resourceId")]
        public string? ResourceId { get; init; }

        [JsonPropertyName("laterTime")]
        public DateTimeOffset? LaterTime { get; init; }

        [JsonPropertyName("earlierTime")]
        public DateTimeOffset? EarlierTime { get; init; }

        [JsonPropertyName("chronologicalOrder")]
        public string? ChronologicalOrder { get; init; }

        [JsonPropertyName("limit")]
        public int? Limit { get; init; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        [JsonPropertyName("configurationItems")]
        public required IReadOnlyList<WireConfigurationItem> ConfigurationItems { get; init; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; init; }
    }
}
