namespace Amazon.SecretsManager.Model;

/// <summary>One secret in a list, without its value.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html"/>
public class SecretListEntry
{
    /// <summary>The ARN of the secret, with its six random characters.</summary>
    public string? ARN { get; set; }

    /// <summary>When it was created (UTC).</summary>
    public DateTime? CreatedDate { get; set; }

    /// <summary>When deletion was requested (UTC); absent unless it is scheduled.</summary>
    public DateTime? DeletedDate { get; set; }

    /// <summary>What the secret is for, in the owner's words; at most 2048 characters.</summary>
    public string? Description { get; set; }

    /// <summary>What an external partner needs to rotate the secret.</summary>
    public List<ExternalSecretRotationMetadataItem>? ExternalSecretRotationMetadata { get; set; }

    /// <summary>The role that rotates a secret an external partner manages.</summary>
    public string? ExternalSecretRotationRoleArn { get; set; }

    /// <summary>The KMS key that protects it; absent for the account's own <c>aws/secretsmanager</c> key.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>The day the value was last read (UTC, whole days); absent when it never was.</summary>
    public DateTime? LastAccessedDate { get; set; }

    /// <summary>When the secret or its metadata last changed (UTC).</summary>
    public DateTime? LastChangedDate { get; set; }

    /// <summary>When rotation last succeeded (UTC); absent when it never did.</summary>
    public DateTime? LastRotatedDate { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>When the next rotation is due (UTC).</summary>
    public DateTime? NextRotationDate { get; set; }

    /// <summary>The AWS service that manages the secret, if one does.</summary>
    public string? OwningService { get; set; }

    /// <summary>The region of the primary, when the secret is replicated.</summary>
    public string? PrimaryRegion { get; set; }

    /// <summary>Whether automatic rotation is on; absent when it never was configured.</summary>
    public bool? RotationEnabled { get; set; }

    /// <summary>The function that rotates the secret.</summary>
    public string? RotationLambdaARN { get; set; }

    /// <summary>The rotation schedule.</summary>
    public RotationRulesType? RotationRules { get; set; }

    /// <summary>Each version that holds a staging label, with its labels.</summary>
    public Dictionary<string, List<string>>? SecretVersionsToStages { get; set; }

    /// <summary>Tags, as key and value pairs.</summary>
    public List<Tag>? Tags { get; set; }

    /// <summary>The kind of a secret that an external partner manages.</summary>
    public string? Type { get; set; }
}
