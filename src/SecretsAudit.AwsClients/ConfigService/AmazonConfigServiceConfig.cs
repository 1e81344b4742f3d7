using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.ConfigService.Internal;
using Amazon.Util.Internal;
using SecretsAudit.AwsClients;

namespace Amazon.ConfigService;

/// <summary>How to reach AWS Config; what is not set here comes from AWS's own environment variables and profiles.</summary>
public class AmazonConfigServiceConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.0");

    /// <summary>The settings of the environment and the profile.</summary>
    public AmazonConfigServiceConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "config";
        EndpointProvider = Operations.Endpoints;
    }

    /// <summary>AWS's id of the service.</summary>
    public static new string ServiceId => "Config Service";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "config";

    /// <inheritdoc/>
    public override string ServiceVersion => "2014-11-12";

    /// <inheritdoc/>
    public override string UserAgent => Agent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpoints.ParametersOf(this, parameters.AlternateEndpoint));
}
