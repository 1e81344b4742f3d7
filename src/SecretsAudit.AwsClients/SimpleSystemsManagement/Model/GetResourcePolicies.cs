namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Lists the policies that share a parameter.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetResourcePolicies.html"/>
public class GetResourcePoliciesRequest : AmazonSimpleSystemsManagementRequest
{
    /// <summary>The size of a page, 1 to 50.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where to go on; absent on the first and after the last page.</summary>
    public string? NextToken { get; set; }

    /// <summary>The ARN of the parameter.</summary>
    public string? ResourceArn { get; set; }
}

/// <summary>What <see cref="GetResourcePoliciesRequest"/> answers.</summary>
public class GetResourcePoliciesResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>Where to go on; absent on the first and after the last page.</summary>
    public string? NextToken { get; set; }

    /// <summary>The policies.</summary>
    public List<GetResourcePoliciesResponseEntry>? Policies { get; set; }
}
