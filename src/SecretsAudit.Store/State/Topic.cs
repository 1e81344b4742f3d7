using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>An SNS topic as far as a trail needs it: that it is there. Nothing is published to it.</summary>
internal sealed record Topic : ScopedRow
{
    [JsonIgnore]
    public override RowKind Kind => RowKind.Topic;

    [JsonIgnore]
    public string Arn => ArnOf(Region, Account, Name);

    public static string ArnOf(string region, string account, string name) => $"arn:{SecretsAudit.Store.State.Arn.Partition(region)}:sns:{region}:{account}:{name}";
}
