namespace Amazon.SecretsManager.Model;

/// <summary>Removes the resource policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteResourcePolicy.html"/>
public class DeleteResourcePolicyRequest : AmazonSecretsManagerRequest
{
    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }
}

/// <summary>What <see cref="DeleteResourcePolicyRequest"/> answers.</summary>
public class DeleteResourcePolicyResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The ARN of the secret, with its six random characters.</summary>
    public string? ARN { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }
}
