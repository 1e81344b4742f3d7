namespace SecretsAudit.Model;

/// <summary>A configuration recorder of AWS Config.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRecording">Whether it records now.</param>
/// <param name="LastStatus">How its last recording ended: <c>Pending</c>, <c>Success</c> or <c>Failure</c>; empty when AWS does not say.</param>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorderStatus.html"/>
public sealed record ConfigRecorder(string Name, bool IsRecording, string LastStatus);
