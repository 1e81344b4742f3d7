namespace Amazon.SecretsManager.Model;

/// <summary>One item of what an external partner needs to rotate a secret.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ExternalSecretRotationMetadataItem.html"/>
public class ExternalSecretRotationMetadataItem
{
    /// <summary>The key.</summary>
    public string? Key { get; set; }

    /// <summary>The value.</summary>
    public string? Value { get; set; }
}
