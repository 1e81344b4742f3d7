using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The configuration items of one resource. The store keeps the present one only, so the history has one item, from the resource's creation.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_GetResourceConfigHistory.html"/>
internal sealed class GetResourceConfigHistory()
    : Operation<GetResourceConfigHistory.Request, GetResourceConfigHistory.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        _ = ConfigPage.Size(request.Limit, 10);
        if (request.NextToken is not null)
        {
            throw new ConfigInvalidNextTokenException();
        }

        if (request.EarlierTime > request.LaterTime)
        {
            throw new ConfigInvalidTimeRangeException();
        }

        var resource = ConfigurationItems.Of(call.Services.State, call.Account, call.Region)
            .FirstOrDefault(resource => resource.Type == request.ResourceType && resource.Id == request.ResourceId)
            ?? throw new ResourceNotDiscoveredException(request.ResourceType!, request.ResourceId!);
        var item = WireConfigurationItem.Of(resource, call, withTags: true);
        var isAsked = (request.LaterTime is null || item.ConfigurationItemCaptureTime <= request.LaterTime)
            && (request.EarlierTime is null || item.ConfigurationItemCaptureTime >= request.EarlierTime);
        return new() { ConfigurationItems = isAsked ? [item] : [] };
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
    }
}
