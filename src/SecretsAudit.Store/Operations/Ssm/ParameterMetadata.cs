using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>A parameter without its value.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterMetadata.html"/>
internal sealed record ParameterMetadata
{
    public required string Name { get; init; }

    public required string ARN { get; init; }

    public required string Type { get; init; }

    public string? KeyId { get; init; }

    public required DateTimeOffset LastModifiedDate { get; init; }

    public required string LastModifiedUser { get; init; }

    public string? Description { get; init; }

    public string? AllowedPattern { get; init; }

    public required long Version { get; init; }

    public required string Tier { get; init; }

    public required IReadOnlyList<InlinePolicy> Policies { get; init; }

    public required string DataType { get; init; }

    public static ParameterMetadata Of(Parameter parameter) => new()
    {
        Name = parameter.FullName,
        ARN = parameter.Arn,
        Type = parameter.Latest.Type,
        KeyId = parameter.Latest.KeyId,
        LastModifiedDate = parameter.Latest.Modified,
        LastModifiedUser = parameter.Latest.ModifiedBy,
        Description = parameter.Latest.Description,
        AllowedPattern = parameter.Latest.AllowedPattern,
        Version = parameter.Latest.Version,
        Tier = parameter.Latest.Tier,
        Policies = InlinePolicy.Of(parameter.Latest),
        DataType = parameter.Latest.DataType,
    };
}

/// <summary>One policy of an advanced parameter.</summary>
internal sealed record InlinePolicy
{
    public required string PolicyText { get; init; }

    public required string PolicyType { get; init; }

    public required string PolicyStatus { get; init; }

    public static IReadOnlyList<InlinePolicy> Of(ParameterVersion version) => version.Policies is not { } text ? [] :
    [
        .. ParameterPolicies.Read(text).Policies.Select(policy => new InlinePolicy { PolicyText = policy.Text, PolicyType = policy.Type, PolicyStatus = "Pending" }),
    ];
}
