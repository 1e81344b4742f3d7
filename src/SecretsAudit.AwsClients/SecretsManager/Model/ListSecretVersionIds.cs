namespace Amazon.SecretsManager.Model;

/// <summary>Lists a secret's versions.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecretVersionIds.html"/>
public class ListSecretVersionIdsRequest : AmazonSecretsManagerRequest
{
    /// <summary>Whether to list versions without a staging label too.</summary>
    public bool? IncludeDeprecated { get; set; }

    /// <summary>The most entries a page may hold.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where the next page starts; absent on the last page.</summary>
    public string? NextToken { get; set; }

    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }
}

/// <summary>What <see cref="ListSecretVersionIdsRequest"/> answers.</summary>
public class ListSecretVersionIdsResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The ARN of the secret, with its six random characters.</summary>
    public string? ARN { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>Where the next page starts; absent on the last page.</summary>
    public string? NextToken { get; set; }

    /// <summary>The versions.</summary>
    public List<SecretVersionsListEntry>? Versions { get; set; }
}
