using Amazon;
using Amazon.CloudTrail;
using Amazon.ConfigService;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecurityToken;

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

    public IAmazonSecurityTokenService Identity => field ??= Keep(new AmazonSecurityTokenServiceClient(target.Credentials, Set(new AmazonSecurityTokenServiceConfig())));

    /// <summary>Where the clients call, for messages: the custom endpoint or the region.</summary>
    public string Where => connection.Endpoint?.ToString() ?? $"AWS in {region}";

    /// <summary>A name for the host that an operation calls: one host serves everything at a custom endpoint, each service has its own at AWS.</summary>
    public string HostOf(string operation) => connection.IsCustom ? "" : operation[..operation.IndexOf(':', StringComparison.Ordinal)];

    public void Dispose() => _made.ForEach(client => client.Dispose());

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
            config.Profile = new Profile(profile);
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
