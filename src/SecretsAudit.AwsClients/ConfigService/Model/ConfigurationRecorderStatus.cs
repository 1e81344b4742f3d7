using System.Text.Json.Serialization;

namespace Amazon.ConfigService.Model;

/// <summary>Whether a recorder records.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorderStatus.html"/>
public class ConfigurationRecorderStatus
{
    /// <summary>The last error's code.</summary>
    [JsonPropertyName("lastErrorCode")]
    public string? LastErrorCode { get; set; }

    /// <summary>When recording last started (UTC).</summary>
    [JsonPropertyName("lastStartTime")]
    public DateTime? LastStartTime { get; set; }

    /// <summary>How the last recording ended.</summary>
    [JsonPropertyName("lastStatus")]
    public RecorderStatus? LastStatus { get; set; }

    /// <summary>When recording last stopped (UTC).</summary>
    [JsonPropertyName("lastStopTime")]
    public DateTime? LastStopTime { get; set; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Whether it records now.</summary>
    [JsonPropertyName("recording")]
    public bool? Recording { get; set; }
}
