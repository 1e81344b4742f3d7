using Amazon;
using Amazon.CloudTrail;
using Amazon.ConfigService;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecurityToken;
using Amazon.SimpleSystemsManagement;

namespace SecretsAudit.Collectors;

/// <summary>The clients of one target and region. A client is made when it is first called: a rule set that needs no keys pays for no KMS.</summary>
internal sealed class AwsClients(AwsTarget target, string region, AwsConnection connection) : IDisposable
{
    private readonly HttpClientFactory? _network = connection.Handler is { } handler ? new InProcessNetwork(handler) : null;
    private readonly List<IDisposable> _made = [];

    public IAmazonSecretsManager Secrets => field ??= Keep(new AmazonSecretsManagerClient(target.Credentials, Set(new AmazonSecretsManagerConfig())));

    public IAmazonKeyManagementService Keys => field ??= Keep(new AmazonKeyManagementServiceClient(target.Credentials, Set(new AmazonKeyManagementServiceConfig())));

    public IAmazonCloudTrail Trail => field ??= Keep(new AmazonCloudTrailClient(target.Credentials, Set(new AmazonCloudTrailConfig())));

    public IAmazonConfigService Config => field ??= Keep(new AmazonConfigServiceClient(target.Credentials, Set(new AmazonConfigServiceConfig())));

    public IAmazonSimpleSystemsManagement Parameters => field ??= Keep(new AmazonSimpleSystemsManagementClient(target.Credentials, Set(new AmazonSimpleSystemsManagementConfig())));

    public IAmazonSecurityTokenService Identity => field ??= Keep(new AmazonSecurityTokenServiceClient(target.Credentials, Set(new AmazonSecurityTokenServiceConfig())));

    /// <summary>True when an operation goes to an endpoint that is not AWS's own, where AWS's rate limits do not hold.</summary>
    public bool IsCustom(string operation) => _network is not null || EndpointOf(operation) is not null;

    /// <summary>Where an operation is called, for messages: the custom endpoint, or AWS in this region.</summary>
    public string Where(string operation) => EndpointOf(operation) ?? $"AWS in {region}";

    /// <summary>A name for the host an operation calls: a custom endpoint may serve everything, each service of AWS has its own.</summary>
    public string HostOf(string operation) => EndpointOf(operation) ?? ServiceOf(operation);

    public void Dispose() => _made.ForEach(client => client.Dispose());

    private static string ServiceOf(string operation) => operation[..operation.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>The endpoint that this program's settings, the environment or the profile name; null for AWS's own.</summary>
    private string? EndpointOf(string operation) => ServiceOf(operation) switch
    {
        "secretsmanager" => Secrets.Config.ServiceURL,
        "kms" => Keys.Config.ServiceURL,
        "cloudtrail" => Trail.Config.ServiceURL,
        "config" => Config.Config.ServiceURL,
        "ssm" => Parameters.Config.ServiceURL,
        "sts" => Identity.Config.ServiceURL,
        var other => throw new ArgumentOutOfRangeException(nameof(operation), other, "No client serves this operation."),
    };

    private TClient Keep<TClient>(TClient client)
        where TClient : IDisposable
    {
        _made.Add(client);
        return client;
    }

    private TConfig Set<TConfig>(TConfig config)
        where TConfig : ClientConfig
    {
        if (target.Profile is { } profile)
            config.Profile = profile;
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        // An endpoint has no region in its name, and the SDK would sign for us-east-1.
        config.AuthenticationRegion = region;
        if (connection.Endpoint is { } endpoint)
            config.ServiceURL = endpoint.ToString();
        // Adaptive retry in this version of the SDK starves a caller after one throttled call.
        config.RetryMode = RequestRetryMode.Standard;
        config.Timeout = connection.CallTimeout;
        config.HttpClientFactory = _network;
        return config;
    }

    private sealed class InProcessNetwork(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;
    }
}
