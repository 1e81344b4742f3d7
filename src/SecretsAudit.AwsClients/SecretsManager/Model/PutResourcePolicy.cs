namespace Amazon.SecretsManager.Model;

/// <summary>Attaches a resource policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html"/>
public class PutResourcePolicyRequest : AmazonSecretsManagerRequest
{
    /// <summary>Whether to refuse a policy that grants broad access.</summary>
    public bool? BlockPublicPolicy { get; set; }

    /// <summary>The policy document, as JSON text; absent when none is attached.</summary>
    public string? ResourcePolicy { get; set; }

    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }
}

/// <summary>What <see cref="PutResourcePolicyRequest"/> answers.</summary>
public class PutResourcePolicyResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The ARN of the secret, with its six random characters.</summary>
    public string? ARN { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }
}
