using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A conformance pack of an account and region; its rules carry its name.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ConformancePackDetail.html"/>
internal sealed record ConformancePack : ScopedRow
{
    /// <summary><c>conformance-pack-</c> and eight characters of its own, as the ARN ends.</summary>
    public required string PackId { get; init; }

    public PackSettings Settings { get; init; } = new();

    public required DateTimeOffset Updated { get; init; }

    /// <summary>Whether the organisation put it.</summary>
    public bool IsOrganizations { get; init; }

    [JsonIgnore]
    public override RowKind Kind => RowKind.ConformancePack;

    [JsonIgnore]
    public string Arn => $"arn:{SecretsAudit.Store.State.Arn.Partition(Region)}:config:{Region}:{Account}:conformance-pack/{Name}/{PackId}";

    /// <summary>The CloudFormation stack that AWS would deploy it with.</summary>
    [JsonIgnore]
    public string StackArn => $"arn:{SecretsAudit.Store.State.Arn.Partition(Region)}:cloudformation:{Region}:{Account}:stack/awsconfigconforms-{Name}-{PackId}/{PackId}";
}

/// <summary>What whoever put a pack said besides the template.</summary>
internal sealed record PackSettings
{
    public string? DeliveryBucket { get; init; }

    public string? DeliveryPrefix { get; init; }

    public ImmutableArray<PackParameter> Parameters { get; init; } = [];
}
