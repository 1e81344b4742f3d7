using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Lists of AWS Systems Manager, page after page.</summary>
public interface ISimpleSystemsManagementPaginatorFactory
{
    /// <summary>The pages of <c>DescribeParameters</c>.</summary>
    IDescribeParametersPaginator DescribeParameters(DescribeParametersRequest request);

    /// <summary>The pages of <c>GetResourcePolicies</c>.</summary>
    IGetResourcePoliciesPaginator GetResourcePolicies(GetResourcePoliciesRequest request);
}

/// <summary>The pages of <c>DescribeParameters</c>.</summary>
public interface IDescribeParametersPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<DescribeParametersResponse> Responses { get; }

    /// <summary>The entries of all pages.</summary>
    IPaginatedEnumerable<ParameterMetadata> Parameters { get; }
}

/// <summary>The pages of <c>GetResourcePolicies</c>.</summary>
public interface IGetResourcePoliciesPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<GetResourcePoliciesResponse> Responses { get; }

    /// <summary>The entries of all pages.</summary>
    IPaginatedEnumerable<GetResourcePoliciesResponseEntry> Policies { get; }
}
