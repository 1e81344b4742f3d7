namespace Amazon.SecretsManager.Model;

/// <summary>Schedules a secret for deletion, or deletes it at once.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html"/>
public class DeleteSecretRequest : AmazonSecretsManagerRequest
{
    /// <summary>Whether to delete at once, without a recovery window.</summary>
    public bool? ForceDeleteWithoutRecovery { get; set; }

    /// <summary>Days until deletion, 7 to 30; 30 when not set.</summary>
    public long? RecoveryWindowInDays { get; set; }

    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }
}

/// <summary>What <see cref="DeleteSecretRequest"/> answers.</summary>
public class DeleteSecretResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The ARN of the secret, with its six random characters.</summary>
    public string? ARN { get; set; }

    /// <summary>When the secret will be gone for good (UTC).</summary>
    public DateTime? DeletionDate { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }
}
