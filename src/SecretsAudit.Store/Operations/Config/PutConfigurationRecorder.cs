using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Sets the account's recorder in the region up, or changes it; it records once StartConfigurationRecorder started it.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigurationRecorder.html"/>
internal sealed class PutConfigurationRecorder() : Operation<PutConfigurationRecorder.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var given = request.ConfigurationRecorder!;
        if (string.IsNullOrEmpty(given.Name))
        {
            throw new InvalidConfigurationRecorderNameException(given.Name);
        }

        var present = call.Recorder();
        if (present is not null && present.Name != given.Name)
        {
            throw new MaxNumberOfConfigurationRecordersExceededException(given.Name);
        }

        if (string.IsNullOrEmpty(given.RoleArn ?? present?.RoleArn))
        {
            throw new InvalidRoleException();
        }

        call.Changes.Put((present ?? new()
        {
            Account = call.Account,
            Region = call.Region,
            Name = given.Name,
            RecorderId = call.Identifiers.ArnSuffix().ToLowerInvariant(),
            Group = RecordingGroups.Complete(null),
            Frequency = "CONTINUOUS",
            Tags = ConfigTags.Merge([], request.Tags),
        }) with
        {
            RoleArn = given.RoleArn ?? present?.RoleArn,
            Group = RecordingGroups.Complete(given.RecordingGroup),
            Frequency = given.RecordingMode?.RecordingFrequency ?? "CONTINUOUS",
        });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ConfigurationRecorder, "configurationRecorder")
        .Length(request.ConfigurationRecorder?.Name, "configurationRecorder.name", 0, 256)
        .OneOf(request.ConfigurationRecorder?.RecordingMode?.RecordingFrequency, "configurationRecorder.recordingMode.recordingFrequency", "CONTINUOUS", "DAILY")
        .RecordingGroup(request.ConfigurationRecorder?.RecordingGroup)
        .Tags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public WireRecorder? ConfigurationRecorder { get; init; }

        public IReadOnlyList<WireTag?>? Tags { get; init; }
    }
}
