using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.SimpleSystemsManagement.Internal;
using Amazon.SimpleSystemsManagement.Model;
using SecretsAudit.AwsClients;

namespace Amazon.SimpleSystemsManagement;

/// <summary>Calls AWS Systems Manager through the SDK's own pipeline: credentials, signing, retries and endpoints are AWS's.</summary>
public class AmazonSimpleSystemsManagementClient : AmazonServiceClient, IAmazonSimpleSystemsManagement
{
    /// <summary>Credentials and region from AWS's own chain.</summary>
    public AmazonSimpleSystemsManagementClient()
        : this(new AmazonSimpleSystemsManagementConfig()) { }

    /// <summary>Credentials from AWS's own chain.</summary>
    public AmazonSimpleSystemsManagementClient(RegionEndpoint region)
        : this(new AmazonSimpleSystemsManagementConfig { RegionEndpoint = region }) { }

    /// <summary>Credentials from AWS's own chain.</summary>
    public AmazonSimpleSystemsManagementClient(AmazonSimpleSystemsManagementConfig config)
        : base(config) { }

    /// <summary>Region from AWS's own chain.</summary>
    public AmazonSimpleSystemsManagementClient(AWSCredentials credentials)
        : this(credentials, new AmazonSimpleSystemsManagementConfig()) { }

    /// <summary>Nothing from AWS's own chain.</summary>
    public AmazonSimpleSystemsManagementClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSimpleSystemsManagementConfig { RegionEndpoint = region }) { }

    /// <summary>Nothing from AWS's own chain but what the configuration leaves open.</summary>
    public AmazonSimpleSystemsManagementClient(AWSCredentials credentials, AmazonSimpleSystemsManagementConfig clientConfig)
        : base(credentials, clientConfig) { }

    /// <inheritdoc/>
    public ISimpleSystemsManagementPaginatorFactory Paginators => field ??= new SimpleSystemsManagementPaginatorFactory(this);

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Operations.Service;

    /// <inheritdoc/>
    public virtual Task<DescribeParametersResponse> DescribeParametersAsync(DescribeParametersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeParametersResponse>(request, Operations.DescribeParameters, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTagsForResourceResponse>(request, Operations.ListTagsForResource, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetResourcePoliciesResponse> GetResourcePoliciesAsync(GetResourcePoliciesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetResourcePoliciesResponse>(request, Operations.GetResourcePolicies, cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Complete(pipeline);
}
