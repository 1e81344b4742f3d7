using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.CloudTrail.Internal;
using Amazon.CloudTrail.Model;
using SecretsAudit.AwsClients;

namespace Amazon.CloudTrail;

/// <summary>Calls AWS CloudTrail through the SDK's own pipeline: credentials, signing, retries and endpoints are AWS's.</summary>
public class AmazonCloudTrailClient : AmazonServiceClient, IAmazonCloudTrail
{
    /// <summary>Credentials and region from AWS's own chain.</summary>
    public AmazonCloudTrailClient()
        : this(new AmazonCloudTrailConfig()) { }

    /// <summary>Credentials from AWS's own chain.</summary>
    public AmazonCloudTrailClient(RegionEndpoint region)
        : this(new AmazonCloudTrailConfig { RegionEndpoint = region }) { }

    /// <summary>Credentials from AWS's own chain.</summary>
    public AmazonCloudTrailClient(AmazonCloudTrailConfig config)
        : base(config) { }

    /// <summary>Region from AWS's own chain.</summary>
    public AmazonCloudTrailClient(AWSCredentials credentials)
        : this(credentials, new AmazonCloudTrailConfig()) { }

    /// <summary>Nothing from AWS's own chain.</summary>
    public AmazonCloudTrailClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCloudTrailConfig { RegionEndpoint = region }) { }

    /// <summary>Nothing from AWS's own chain but what the configuration leaves open.</summary>
    public AmazonCloudTrailClient(AWSCredentials credentials, AmazonCloudTrailConfig clientConfig)
        : base(credentials, clientConfig) { }

    /// <inheritdoc/>
    public ICloudTrailPaginatorFactory Paginators => field ??= new CloudTrailPaginatorFactory(this);

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Operations.Service;

    /// <inheritdoc/>
    public virtual Task<LookupEventsResponse> LookupEventsAsync(LookupEventsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<LookupEventsResponse>(request, Operations.LookupEvents, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeTrailsResponse> DescribeTrailsAsync(DescribeTrailsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeTrailsResponse>(request, Operations.DescribeTrails, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetTrailStatusResponse> GetTrailStatusAsync(GetTrailStatusRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetTrailStatusResponse>(request, Operations.GetTrailStatus, cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Complete(pipeline);
}
