namespace Amazon.SecretsManager.Model;

/// <summary>Reads the values of up to 20 secrets.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html"/>
public class BatchGetSecretValueRequest : AmazonSecretsManagerRequest
{
    /// <summary>Conditions that an entry must meet.</summary>
    public List<Filter>? Filters { get; set; }

    /// <summary>The most entries a page may hold.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where the next page starts; absent on the last page.</summary>
    public string? NextToken { get; set; }

    /// <summary>The secrets to read; at most 20.</summary>
    public List<string>? SecretIdList { get; set; }
}

/// <summary>What <see cref="BatchGetSecretValueRequest"/> answers.</summary>
public class BatchGetSecretValueResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The secrets that could not be read, and why.</summary>
    public List<APIErrorType>? Errors { get; set; }

    /// <summary>Where the next page starts; absent on the last page.</summary>
    public string? NextToken { get; set; }

    /// <summary>The values that could be read.</summary>
    public List<SecretValueEntry>? SecretValues { get; set; }
}
