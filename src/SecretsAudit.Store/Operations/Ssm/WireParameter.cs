using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>A parameter with its value.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_Parameter.html"/>
internal sealed record WireParameter
{
    public required string Name { get; init; }

    public required string Type { get; init; }

    public required string Value { get; init; }

    public required long Version { get; init; }

    public string? Selector { get; init; }

    public string? SourceResult { get; init; }

    public required DateTimeOffset LastModifiedDate { get; init; }

    public required string ARN { get; init; }

    public required string DataType { get; init; }

    public static WireParameter Of(Call call, Parameter parameter, ParameterVersion version, string name, string? selector, bool decrypt) => new()
    {
        Name = name,
        Type = version.Type,
        Value = ParameterValues.Show(call, parameter, version, decrypt),
        Version = version.Version,
        Selector = selector is null ? null : ":" + selector,
        LastModifiedDate = version.Modified,
        ARN = parameter.Arn,
        DataType = version.DataType,
    };
}
