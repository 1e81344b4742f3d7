namespace Amazon.SecretsManager.Model;

/// <summary>Removes tags.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UntagResource.html"/>
public class UntagResourceRequest : AmazonSecretsManagerRequest
{
    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }

    /// <summary>The keys of the tags to remove.</summary>
    public List<string>? TagKeys { get; set; }
}

/// <summary>What <see cref="UntagResourceRequest"/> answers.</summary>
public class UntagResourceResponse : Amazon.Runtime.AmazonWebServiceResponse;
