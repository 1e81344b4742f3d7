using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The delivery channel of the account and region.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeDeliveryChannels.html"/>
internal sealed class DescribeDeliveryChannels() : Operation<DescribeDeliveryChannels.Request, DescribeDeliveryChannels.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        foreach (var name in request.DeliveryChannelNames ?? [])
        {
            call.RequireChannel(name!);
        }

        return new() { DeliveryChannels = call.Channel() is { } channel ? [WireDeliveryChannel.Of(channel)] : [] };
    }

    protected override void Check(Request request, Constraints check) =>
        check.Strings(request.DeliveryChannelNames, "deliveryChannelNames", 0, 100, 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? DeliveryChannelNames { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireDeliveryChannel> DeliveryChannels { get; init; }
    }
}
