using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.CloudTrail.Internal;
using Amazon.Util.Internal;
using SecretsAudit.AwsClients;

namespace Amazon.CloudTrail;

/// <summary>How to reach AWS CloudTrail; what is not set here comes from AWS's own environment variables and profiles.</summary>
public class AmazonCloudTrailConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.0");

    /// <summary>The settings of the environment and the profile.</summary>
    public AmazonCloudTrailConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "cloudtrail";
        EndpointProvider = Operations.Endpoints;
    }

    /// <summary>AWS's id of the service.</summary>
    public static new string ServiceId => "CloudTrail";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "cloudtrail";

    /// <inheritdoc/>
    public override string ServiceVersion => "2013-11-01";

    /// <inheritdoc/>
    public override string UserAgent => Agent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpoints.ParametersOf(this, parameters.AlternateEndpoint));
}
