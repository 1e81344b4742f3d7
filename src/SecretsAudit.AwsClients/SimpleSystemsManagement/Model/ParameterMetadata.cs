namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>A parameter without its value.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterMetadata.html"/>
public class ParameterMetadata
{
    /// <summary>The regular expression that values must match.</summary>
    public string? AllowedPattern { get; set; }

    /// <summary>The ARN.</summary>
    public string? ARN { get; set; }

    /// <summary><c>text</c>, <c>aws:ec2:image</c> or <c>aws:ssm:integration</c>.</summary>
    public string? DataType { get; set; }

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>The key that encrypts a <c>SecureString</c>.</summary>
    public string? KeyId { get; set; }

    /// <summary>When its value or settings last changed (UTC).</summary>
    public DateTime? LastModifiedDate { get; set; }

    /// <summary>Who changed it last.</summary>
    public string? LastModifiedUser { get; set; }

    /// <summary>The name; for a shared parameter, its ARN.</summary>
    public string? Name { get; set; }

    /// <summary>The rules that it carries.</summary>
    public List<ParameterInlinePolicy>? Policies { get; set; }

    /// <summary>The tier.</summary>
    public ParameterTier? Tier { get; set; }

    /// <summary>What it holds.</summary>
    public ParameterType? Type { get; set; }

    /// <summary>The number of its latest version.</summary>
    public long? Version { get; set; }
}
