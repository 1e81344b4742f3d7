using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.ConfigService.Model;

namespace Amazon.ConfigService;

/// <summary>AWS Config.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_Operations.html"/>
public interface IAmazonConfigService : IAmazonService, IDisposable
{
    /// <summary>Lists, page after page.</summary>
    IConfigServicePaginatorFactory Paginators { get; }

    /// <summary>Tells how each rule is complied with.</summary>
    Task<DescribeComplianceByConfigRuleResponse> DescribeComplianceByConfigRuleAsync(DescribeComplianceByConfigRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes the rules of a region.</summary>
    Task<DescribeConfigRulesResponse> DescribeConfigRulesAsync(DescribeConfigRulesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tells whether the recorders of a region record.</summary>
    Task<DescribeConfigurationRecorderStatusResponse> DescribeConfigurationRecorderStatusAsync(DescribeConfigurationRecorderStatusRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tells how each resource complies with a rule.</summary>
    Task<GetComplianceDetailsByConfigRuleResponse> GetComplianceDetailsByConfigRuleAsync(GetComplianceDetailsByConfigRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonConfigServiceConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonConfigServiceClient(awsCredentials, clientConfig as AmazonConfigServiceConfig
            ?? throw new AmazonClientException($"{nameof(clientConfig)} must be an {nameof(AmazonConfigServiceConfig)}."));
}
