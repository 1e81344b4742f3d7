using System.Text.Json.Serialization;

namespace SecretsAudit.Model;

/// <summary>The change that fixes one finding, with the real names filled in. Each text is quoted for the language it is in.</summary>
public sealed record FindingFix
{
    /// <summary>Commands of the AWS CLI for a POSIX shell, one a line; null when none fixes it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cli { get; init; }

    /// <summary>What the resource's Terraform should say; null when it has no say in it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Terraform { get; init; }

    /// <summary>What the resource's CloudFormation should say, as YAML; null when it has no say in it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CloudFormation { get; init; }
}
