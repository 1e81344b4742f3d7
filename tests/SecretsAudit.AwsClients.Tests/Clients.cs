using Amazon;
using Amazon.CloudTrail;
using Amazon.ConfigService;
using Amazon.Runtime;
using Amazon.SecretsManager;

namespace SecretsAudit.AwsClients.Tests;

/// <summary>Clients whose network is a <see cref="Wire"/>.</summary>
internal static class Clients
{
    public static readonly AWSCredentials Example = new BasicAWSCredentials("AKIDEXAMPLE", "example");

    public static AmazonSecretsManagerClient SecretsManager(Wire wire, string region = "eu-west-1", Action<AmazonSecretsManagerConfig>? set = null)
    {
        var config = new AmazonSecretsManagerConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region), HttpClientFactory = wire, RetryMode = RequestRetryMode.Standard,
        };
        set?.Invoke(config);
        return new(Example, config);
    }

    public static AmazonCloudTrailClient CloudTrail(Wire wire, string region = "eu-west-1", Action<AmazonCloudTrailConfig>? set = null)
    {
        var config = new AmazonCloudTrailConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), HttpClientFactory = wire };
        set?.Invoke(config);
        return new(Example, config);
    }

    public static AmazonConfigServiceClient ConfigService(Wire wire, string region = "eu-west-1", Action<AmazonConfigServiceConfig>? set = null)
    {
        var config = new AmazonConfigServiceConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), HttpClientFactory = wire };
        set?.Invoke(config);
        return new(Example, config);
    }
}
