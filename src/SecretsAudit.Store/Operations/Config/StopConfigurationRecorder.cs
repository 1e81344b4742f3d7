using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Stops the recorder.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_StopConfigurationRecorder.html"/>
internal sealed class StopConfigurationRecorder() : Operation<StopConfigurationRecorder.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        call.Changes.Put(call.RequireRecorder(request.ConfigurationRecorderName!) with { IsRecording = false, Stopped = call.Now });
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
