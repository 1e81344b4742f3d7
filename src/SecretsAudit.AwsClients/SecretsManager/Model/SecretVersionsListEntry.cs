namespace Amazon.SecretsManager.Model;

/// <summary>One version of a secret.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretVersionsListEntry.html"/>
public class SecretVersionsListEntry
{
    /// <summary>When it was created (UTC).</summary>
    public DateTime? CreatedDate { get; set; }

    /// <summary>The KMS keys that protect the version.</summary>
    public List<string>? KmsKeyIds { get; set; }

    /// <summary>The day the value was last read (UTC, whole days); absent when it never was.</summary>
    public DateTime? LastAccessedDate { get; set; }

    /// <summary>The version of the value; 32 to 64 characters.</summary>
    public string? VersionId { get; set; }

    /// <summary>The staging labels.</summary>
    public List<string>? VersionStages { get; set; }
}
