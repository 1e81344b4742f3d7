using Amazon.Runtime;
using Amazon.SecretsManager;
using SecretsAudit.Store;
using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Benchmarks.Store;

/// <summary>A store with one well-known key, and a client that reaches it in process.</summary>
internal static class BenchmarkStore
{
    public const string Key = "benchmark";
    public const string Secret = "benchmark-only";

    public static Task<ReferenceStore> OpenAsync(string? folder, bool omitsTrail = false) => ReferenceStore.OpenAsync(
        new StoreOptions { DataDirectory = folder, DevelopmentCredentials = [new(Key, Secret, "123456789012")], OmitsTrail = omitsTrail });

    public static AmazonSecretsManagerClient Client(ReferenceStore store) => new(
        new BasicAWSCredentials(Key, Secret),
        new AmazonSecretsManagerConfig { ServiceURL = "http://store.local", AuthenticationRegion = "eu-west-1", HttpClientFactory = new InProcess(store), MaxErrorRetry = 0 });

    private sealed class InProcess(ReferenceStore store) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(store.CreateHandler());
    }
}
