using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.ConfigService.Internal;
using Amazon.ConfigService.Model;
using SecretsAudit.AwsClients;

namespace Amazon.ConfigService;

/// <summary>Calls AWS Config through the SDK's own pipeline: credentials, signing, retries and endpoints are AWS's.</summary>
public class AmazonConfigServiceClient : AmazonServiceClient, IAmazonConfigService
{
    /// <summary>Credentials and region from AWS's own chain.</summary>
    public AmazonConfigServiceClient()
        : this(new AmazonConfigServiceConfig()) { }

    /// <summary>Credentials from AWS's own chain.</summary>
    public AmazonConfigServiceClient(RegionEndpoint region)
        : this(new AmazonConfigServiceConfig { RegionEndpoint = region }) { }

    /// <summary>Credentials from AWS's own chain.</summary>
    public AmazonConfigServiceClient(AmazonConfigServiceConfig config)
        : base(config) { }

    /// <summary>Region from AWS's own chain.</summary>
    public AmazonConfigServiceClient(AWSCredentials credentials)
        : this(credentials, new AmazonConfigServiceConfig()) { }

    /// <summary>Nothing from AWS's own chain.</summary>
    public AmazonConfigServiceClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonConfigServiceConfig { RegionEndpoint = region }) { }

    /// <summary>Nothing from AWS's own chain but what the configuration leaves open.</summary>
    public AmazonConfigServiceClient(AWSCredentials credentials, AmazonConfigServiceConfig clientConfig)
        : base(credentials, clientConfig) { }

    /// <inheritdoc/>
    public IConfigServicePaginatorFactory Paginators => field ??= new ConfigServicePaginatorFactory(this);

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Operations.Service;

    /// <inheritdoc/>
    public virtual Task<DescribeComplianceByConfigRuleResponse> DescribeComplianceByConfigRuleAsync(DescribeComplianceByConfigRuleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeComplianceByConfigRuleResponse>(request, Operations.DescribeComplianceByConfigRule, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeConfigRulesResponse> DescribeConfigRulesAsync(DescribeConfigRulesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeConfigRulesResponse>(request, Operations.DescribeConfigRules, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetComplianceDetailsByConfigRuleResponse> GetComplianceDetailsByConfigRuleAsync(GetComplianceDetailsByConfigRuleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetComplianceDetailsByConfigRuleResponse>(request, Operations.GetComplianceDetailsByConfigRule, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeConfigurationRecorderStatusResponse> DescribeConfigurationRecorderStatusAsync(DescribeConfigurationRecorderStatusRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeConfigurationRecorderStatusResponse>(request, Operations.DescribeConfigurationRecorderStatus, cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Complete(pipeline);
}
