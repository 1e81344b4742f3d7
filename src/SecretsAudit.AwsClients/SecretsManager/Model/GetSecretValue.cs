namespace Amazon.SecretsManager.Model;

/// <summary>Reads the value of one version.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html"/>
public class GetSecretValueRequest : AmazonSecretsManagerRequest
{
    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }

    /// <summary>The version of the value; 32 to 64 characters.</summary>
    public string? VersionId { get; set; }

    /// <summary>The staging label.</summary>
    public string? VersionStage { get; set; }
}

/// <summary>What <see cref="GetSecretValueRequest"/> answers.</summary>
public class GetSecretValueResponse : Amazon.Runtime.AmazonWebServiceResponse
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
