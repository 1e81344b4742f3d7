using System.Text.Json.Serialization;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>A recorder as Config shows and takes it.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorder.html"/>
internal sealed record WireRecorder
{
    [JsonPropertyName("arn")]
    public string? Arn { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("roleARN")]
    public string? RoleArn { get; init; }

    [JsonPropertyName("recordingGroup")]
    public RecordingGroup? RecordingGroup { get; init; }

    [JsonPropertyName("recordingMode")]
    public RecordingMode? RecordingMode { get; init; }

    [JsonPropertyName("recordingScope")]
    public string? RecordingScope { get; init; }

    public static WireRecorder Of(ConfigurationRecorder recorder) => new()
    {
        Arn = recorder.Arn,
        Name = recorder.Name,
        RoleArn = recorder.RoleArn,
        RecordingGroup = recorder.Group,
        RecordingMode = new() { RecordingFrequency = recorder.Frequency },
        RecordingScope = "PAID",
    };
}

/// <summary>How often a recorder records.</summary>
internal sealed record RecordingMode
{
    [JsonPropertyName("recordingFrequency")]
    public string? RecordingFrequency { get; init; }
}
