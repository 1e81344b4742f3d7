namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Lists the parameters of a region, without their values.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html"/>
public class DescribeParametersRequest : AmazonSimpleSystemsManagementRequest
{
    /// <summary>The size of a page, 1 to 50.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where to go on; absent on the first and after the last page.</summary>
    public string? NextToken { get; set; }

    /// <summary>Lists the parameters that other accounts share with this one instead.</summary>
    public bool? Shared { get; set; }
}

/// <summary>What <see cref="DescribeParametersRequest"/> answers.</summary>
public class DescribeParametersResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The parameters.</summary>
    public List<ParameterMetadata>? Parameters { get; set; }

    /// <summary>Where to go on; absent on the first and after the last page.</summary>
    public string? NextToken { get; set; }
}
