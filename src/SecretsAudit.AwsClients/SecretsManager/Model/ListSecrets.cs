namespace Amazon.SecretsManager.Model;

/// <summary>Lists the secrets of an account and region, without their values.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html"/>
public class ListSecretsRequest : AmazonSecretsManagerRequest
{
    /// <summary>Conditions that an entry must meet.</summary>
    public List<Filter>? Filters { get; set; }

    /// <summary>Whether to list secrets that are scheduled for deletion too.</summary>
    public bool? IncludePlannedDeletion { get; set; }

    /// <summary>The most entries a page may hold.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where the next page starts; absent on the last page.</summary>
    public string? NextToken { get; set; }

    /// <summary>What to sort by.</summary>
    public SortByType? SortBy { get; set; }

    /// <summary>Ascending or descending.</summary>
    public SortOrderType? SortOrder { get; set; }
}

/// <summary>What <see cref="ListSecretsRequest"/> answers.</summary>
public class ListSecretsResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>Where the next page starts; absent on the last page.</summary>
    public string? NextToken { get; set; }

    /// <summary>The secrets of this page.</summary>
    public List<SecretListEntry>? SecretList { get; set; }
}
