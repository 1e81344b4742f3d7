namespace Amazon.SecretsManager.Model;

/// <summary>Checks a resource policy without attaching it.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ValidateResourcePolicy.html"/>
public class ValidateResourcePolicyRequest : AmazonSecretsManagerRequest
{
    /// <summary>The policy document, as JSON text; absent when none is attached.</summary>
    public string? ResourcePolicy { get; set; }

    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }
}

/// <summary>What <see cref="ValidateResourcePolicyRequest"/> answers.</summary>
public class ValidateResourcePolicyResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>Whether every check passed.</summary>
    public bool? PolicyValidationPassed { get; set; }

    /// <summary>The checks that failed.</summary>
    public List<ValidationErrorsEntry>? ValidationErrors { get; set; }
}
