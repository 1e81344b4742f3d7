namespace Amazon.SecretsManager.Model;

/// <summary>One secret with its value. Sensitive.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretValueEntry.html"/>
public class SecretValueEntry
{
    /// <summary>The ARN of the secret, with its six random characters.</summary>
    public string? ARN { get; set; }

    /// <summary>When it was created (UTC).</summary>
    public DateTime? CreatedDate { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The value as bytes. Sensitive.</summary>
    public MemoryStream? SecretBinary { get; set; }

    /// <summary>The value as text. Sensitive.</summary>
    public string? SecretString { get; set; }

    /// <summary>The version of the value; 32 to 64 characters.</summary>
    public string? VersionId { get; set; }

    /// <summary>The staging labels.</summary>
    public List<string>? VersionStages { get; set; }
}
