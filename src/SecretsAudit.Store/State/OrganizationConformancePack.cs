using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A conformance pack that an organisation's account put for its accounts.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_OrganizationConformancePack.html"/>
internal sealed record OrganizationConformancePack : ScopedRow
{
    /// <summary>The name with AWS's eight letters, as the ARN ends.</summary>
    public required string PackId { get; init; }

    public string? DeliveryBucket { get; init; }

    public string? DeliveryPrefix { get; init; }

    public ImmutableArray<PackParameter> Parameters { get; init; } = [];

    public ImmutableArray<string> ExcludedAccounts { get; init; } = [];

    public required DateTimeOffset Updated { get; init; }

    /// <summary>Whether it was put again since it was made.</summary>
    public bool WasUpdated { get; init; }

    [JsonIgnore]
    public override RowKind Kind => RowKind.OrganizationConformancePack;

    [JsonIgnore]
    public string Arn => $"arn:{SecretsAudit.Store.State.Arn.Partition(Region)}:config:{Region}:{Account}:organization-conformance-pack/{PackId}";
}

/// <summary>A parameter of a conformance pack's template.</summary>
internal sealed record PackParameter(string ParameterName, string ParameterValue);
