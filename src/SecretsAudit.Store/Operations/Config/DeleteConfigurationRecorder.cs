using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Deletes the recorder; what it recorded stays.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteConfigurationRecorder.html"/>
internal sealed class DeleteConfigurationRecorder() : Operation<DeleteConfigurationRecorder.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        call.Changes.Delete(call.RequireRecorder(request.ConfigurationRecorderName!).Id);
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
