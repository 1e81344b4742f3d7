using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SimpleSystemsManagement.Model;

namespace Amazon.SimpleSystemsManagement;

/// <summary>AWS Systems Manager.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_Operations.html"/>
public interface IAmazonSimpleSystemsManagement : IAmazonService, IDisposable
{
    /// <summary>Lists, page after page.</summary>
    ISimpleSystemsManagementPaginatorFactory Paginators { get; }

    /// <summary>Lists the parameters of a region, without their values.</summary>
    Task<DescribeParametersResponse> DescribeParametersAsync(DescribeParametersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the tags of a parameter.</summary>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the policies that share a parameter.</summary>
    Task<GetResourcePoliciesResponse> GetResourcePoliciesAsync(GetResourcePoliciesRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSimpleSystemsManagementConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonSimpleSystemsManagementClient(awsCredentials, clientConfig as AmazonSimpleSystemsManagementConfig
            ?? throw new AmazonClientException($"{nameof(clientConfig)} must be an {nameof(AmazonSimpleSystemsManagementConfig)}."));
}
