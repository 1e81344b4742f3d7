using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Whether the recorder records.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigurationRecorderStatus.html"/>
internal sealed class DescribeConfigurationRecorderStatus()
    : Operation<DescribeConfigurationRecorderStatus.Request, DescribeConfigurationRecorderStatus.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        return new() { ConfigurationRecordersStatus = [.. call.NamedRecorders(request.ConfigurationRecorderNames, request.Arn).Select(recorder => Of(recorder))] };
    }

    protected override void Check(Request request, Constraints check) =>
        check.Strings(request.ConfigurationRecorderNames, "configurationRecorderNames", 0, 100, 1, 256).ThrowIfBroken();

    // The status is that of the last delivery, and the store delivers nothing: it stays as it is after a start.
    private static RecorderStatus Of(State.ConfigurationRecorder recorder) => new()
    {
        Arn = recorder.Arn,
        Name = recorder.Name,
        Recording = recorder.IsRecording,
        LastStatus = recorder.Started is null ? null : "PENDING",
        LastStartTime = recorder.Started,
        LastStopTime = recorder.Stopped,
        LastStatusChangeTime = recorder.IsRecording ? recorder.Started : recorder.Stopped,
    };

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? ConfigurationRecorderNames { get; init; }

        public string? Arn { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<RecorderStatus> ConfigurationRecordersStatus { get; init; }
    }

    internal sealed record RecorderStatus
    {
        [JsonPropertyName("arn")]
        public required string Arn { get; init; }

        [JsonPropertyName("name")]
        public required string Name { get; init; }

        [JsonPropertyName("recording")]
        public required bool Recording { get; init; }

        [JsonPropertyName("lastStatus")]
        public string? LastStatus { get; init; }

        [JsonPropertyName("lastStartTime")]
        public DateTimeOffset? LastStartTime { get; init; }

        [JsonPropertyName("lastStopTime")]
        public DateTimeOffset? LastStopTime { get; init; }

        [JsonPropertyName("lastStatusChangeTime")]
        public DateTimeOffset? LastStatusChangeTime { get; init; }
    }
}
