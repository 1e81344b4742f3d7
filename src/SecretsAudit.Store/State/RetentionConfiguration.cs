using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>How long Config keeps its items.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_RetentionConfiguration.html"/>
internal sealed record RetentionConfiguration : ScopedRow
{
    public required int Days { get; init; }

    [JsonIgnore]
    public override RowKind Kind => RowKind.RetentionConfiguration;
}
