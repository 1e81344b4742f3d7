namespace Amazon.SecretsManager.Model;

/// <summary>Adds or overwrites tags.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html"/>
public class TagResourceRequest : AmazonSecretsManagerRequest
{
    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }

    /// <summary>Tags, as key and value pairs.</summary>
    public List<Tag>? Tags { get; set; }
}

/// <summary>What <see cref="TagResourceRequest"/> answers.</summary>
public class TagResourceResponse : Amazon.Runtime.AmazonWebServiceResponse;
