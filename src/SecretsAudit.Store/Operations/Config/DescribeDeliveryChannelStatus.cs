using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>How deliveries went: the store makes none, so it tells of none.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeDeliveryChannelStatus.html"/>
internal sealed class DescribeDeliveryChannelStatus()
    : Operation<DescribeDeliveryChannelStatus.Request, DescribeDeliveryChannelStatus.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        foreach (var name in request.DeliveryChannelNames ?? [])
        {
            call.RequireChannel(name!);
        }

        return new() { DeliveryChannelsStatus = call.Channel() is { } channel ? [new() { Name = channel.Name }] : [] };
    }

    protected override void Check(Request request, Constraints check) =>
        check.Strings(request.DeliveryChannelNames, "deliveryChannelNames", 0, 100, 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? DeliveryChannelNames { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<ChannelStatus> DeliveryChannelsStatus { get; init; }
    }

    internal sealed record ChannelStatus
    {
        [JsonPropertyName("name")]
        public required string Name { get; init; }

        [JsonPropertyName("configSnapshotDeliveryInfo")]
        public Deliveries ConfigSnapshotDeliveryInfo { get; } = new();

        [JsonPropertyName("configHistoryDeliveryInfo")]
        public Deliveries ConfigHistoryDeliveryInfo { get; } = new();

        [JsonPropertyName("configStreamDeliveryInfo")]
        public Deliveries ConfigStreamDeliveryInfo { get; } = new();
    }

    internal sealed record Deliveries
    {
        [JsonPropertyName("lastStatus")]
        public string LastStatus { get; } = "Not_Applicable";
    }
}
