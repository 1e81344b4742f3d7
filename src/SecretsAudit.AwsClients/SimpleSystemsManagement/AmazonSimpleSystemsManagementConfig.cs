using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SimpleSystemsManagement.Internal;
using Amazon.Util.Internal;
using SecretsAudit.AwsClients;

namespace Amazon.SimpleSystemsManagement;

/// <summary>How to reach AWS Systems Manager; what is not set here comes from AWS's own environment variables and profiles.</summary>
public class AmazonSimpleSystemsManagementConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.0");

    /// <summary>The settings of the environment and the profile.</summary>
    public AmazonSimpleSystemsManagementConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "ssm";
        EndpointProvider = Operations.Endpoints;
    }

    /// <summary>AWS's id of the service.</summary>
    public static new string ServiceId => "SSM";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "ssm";

    /// <inheritdoc/>
    public override string ServiceVersion => "2014-11-06";

    /// <inheritdoc/>
    public override string UserAgent => Agent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpoints.ParametersOf(this, parameters.AlternateEndpoint));
}
