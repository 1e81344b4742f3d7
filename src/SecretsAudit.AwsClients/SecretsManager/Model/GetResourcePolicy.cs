namespace Amazon.SecretsManager.Model;

/// <summary>Reads the resource policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetResourcePolicy.html"/>
public class GetResourcePolicyRequest : AmazonSecretsManagerRequest
{
    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }
}

/// <summary>What <see cref="GetResourcePolicyRequest"/> answers.</summary>
public class GetResourcePolicyResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The ARN of the secret, with its six random characters.</summary>
    public string? ARN { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The policy document, as JSON text; absent when none is attached.</summary>
    public string? ResourcePolicy { get; set; }
}
