namespace Amazon.SecretsManager.Model;

/// <summary>Turns automatic rotation off and ends one in progress.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CancelRotateSecret.html"/>
public class CancelRotateSecretRequest : AmazonSecretsManagerRequest
{
    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }
}

/// <summary>What <see cref="CancelRotateSecretRequest"/> answers.</summary>
public class CancelRotateSecretResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The ARN of the secret, with its six random characters.</summary>
    public string? ARN { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The version of the value; 32 to 64 characters.</summary>
    public string? VersionId { get; set; }
}
