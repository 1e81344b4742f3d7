using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Deletes the delivery channel, unless the recorder runs.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteDeliveryChannel.html"/>
internal sealed class DeleteDeliveryChannel() : Operation<DeleteDeliveryChannel.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var channel = call.RequireChannel(request.DeliveryChannelName!);
        if (call.Recorder() is { IsRecording: true })
        {
            throw new LastDeliveryChannelDeleteFailedException(channel.Name);
        }

        call.Changes.Delete(channel.Id);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.DeliveryChannelName, "deliveryChannelName").Length(request.DeliveryChannelName, "deliveryChannelName", 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? DeliveryChannelName { get; init; }
    }
}
