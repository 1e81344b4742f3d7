using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.CloudTrail.Model;

namespace Amazon.CloudTrail;

/// <summary>AWS CloudTrail.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Operations.html"/>
public interface IAmazonCloudTrail : IAmazonService, IDisposable
{
    /// <summary>Lists, page after page.</summary>
    ICloudTrailPaginatorFactory Paginators { get; }

    /// <summary>Looks up management events of the last 90 days; AWS allows two calls a second.</summary>
    Task<LookupEventsResponse> LookupEventsAsync(LookupEventsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes the trails of a region.</summary>
    Task<DescribeTrailsResponse> DescribeTrailsAsync(DescribeTrailsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tells whether a trail records, and its last errors.</summary>
    Task<GetTrailStatusResponse> GetTrailStatusAsync(GetTrailStatusRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudTrailConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonCloudTrailClient(awsCredentials, clientConfig as AmazonCloudTrailConfig
            ?? throw new AmazonClientException($"{nameof(clientConfig)} must be an {nameof(AmazonCloudTrailConfig)}."));
}
