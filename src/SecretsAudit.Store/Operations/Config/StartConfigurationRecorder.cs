using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Starts the recorder; it needs a delivery channel.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_StartConfigurationRecorder.html"/>
internal sealed class StartConfigurationRecorder() : Operation<StartConfigurationRecorder.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var recorder = call.RequireRecorder(request.ConfigurationRecorderName!);
        if (call.Channel() is null)
        {
            throw new NoAvailableDeliveryChannelException();
        }

        call.Changes.Put(recorder with { IsRecording = true, Started = call.Now });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ConfigurationRecorderName, "configurationRecorderName")
        .Length(request.ConfigurationRecorderName, "configurationRecorderName", 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? ConfigurationRecorderName { get; init; }
    }
}
