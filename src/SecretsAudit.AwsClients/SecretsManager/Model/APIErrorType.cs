namespace Amazon.SecretsManager.Model;

/// <summary>A secret that could not be read, and why.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_APIErrorType.html"/>
public class APIErrorType
{
    /// <summary>AWS's error code.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>What went wrong.</summary>
    public string? Message { get; set; }

    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }
}
