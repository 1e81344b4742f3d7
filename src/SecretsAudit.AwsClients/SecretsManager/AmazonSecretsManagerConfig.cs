using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SecretsManager.Internal;
using Amazon.Util.Internal;
using SecretsAudit.AwsClients;

namespace Amazon.SecretsManager;

/// <summary>How to reach AWS Secrets Manager; what is not set here comes from AWS's own environment variables and profiles.</summary>
public class AmazonSecretsManagerConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.0");

    /// <summary>The settings of the environment and the profile.</summary>
    public AmazonSecretsManagerConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "secretsmanager";
        EndpointProvider = Operations.Endpoints;
    }

    /// <summary>AWS's id of the service.</summary>
    public static new string ServiceId => "Secrets Manager";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "secretsmanager";

    /// <inheritdoc/>
    public override string ServiceVersion => "2017-10-17";

    /// <inheritdoc/>
    public override string UserAgent => Agent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpoints.ParametersOf(this, parameters.AlternateEndpoint));
}
