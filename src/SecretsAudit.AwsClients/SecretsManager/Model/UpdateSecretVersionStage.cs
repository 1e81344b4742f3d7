namespace Amazon.SecretsManager.Model;

/// <summary>Attaches a staging label to a version, moves it, or removes it.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html"/>
public class UpdateSecretVersionStageRequest : AmazonSecretsManagerRequest
{
    /// <summary>The version that gets the label.</summary>
    public string? MoveToVersionId { get; set; }

    /// <summary>The version that loses the label.</summary>
    public string? RemoveFromVersionId { get; set; }

    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }

    /// <summary>The staging label.</summary>
    public string? VersionStage { get; set; }
}

/// <summary>What <see cref="UpdateSecretVersionStageRequest"/> answers.</summary>
public class UpdateSecretVersionStageResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The ARN of the secret, with its six random characters.</summary>
    public string? ARN { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }
}
