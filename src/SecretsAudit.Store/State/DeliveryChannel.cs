using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>Where Config would send what it recorded. The store keeps the settings and delivers nothing.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DeliveryChannel.html"/>
internal sealed record DeliveryChannel : ScopedRow
{
    public required string Bucket { get; init; }

    public string? KeyPrefix { get; init; }

    public string? KmsKeyArn { get; init; }

    public string? TopicArn { get; init; }

    public string? Frequency { get; init; }

    [JsonIgnore]
    public override RowKind Kind => RowKind.DeliveryChannel;
}
