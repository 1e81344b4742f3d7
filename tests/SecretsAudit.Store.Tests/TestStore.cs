using Amazon.Runtime;
using Amazon.SecretsManager;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations;
using SecretsAudit.Store.Tests.Wire;

namespace SecretsAudit.Store.Tests;

/// <summary>A store in memory with a clock that stands still, one account, and its root as the caller.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    public const string Account = "123456789012";
    public const string Region = "eu-west-1";
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private TestStore(ReferenceStore store, Caller root)
    {
        Store = store;
        Http = new HttpClient(store.CreateHandler());
        Root = root;
    }

    public ReferenceStore Store { get; }

    public Caller Root { get; }

    /// <summary>Plain HTTP into the store, for requests that no client would send.</summary>
    public HttpClient Http { get; }

    public static async Task<TestStore> OpenAsync(StoreOptions? options = null)
    {
        var store = await ReferenceStore.OpenAsync(options ?? new StoreOptions { StartAt = Start, Ticking = false, IdentifierSeed = 7 });
        return new(store, new Caller(store.Accounts.Find($"arn:aws:iam::{Account}:root") ?? await store.Accounts.CreateAccountAsync(Account, "test")));
    }

    public Task<TResponse> As<TResponse>(Caller caller, IRequest<TResponse> request, string region = Region)
        where TResponse : class => Store.InvokeAsync(caller, region, request);

    public Task<TResponse> Do<TResponse>(IRequest<TResponse> request, string region = Region)
        where TResponse : class => As(Root, request, region);

    public Task PassAsync(TimeSpan time) => Store.MoveClockAsync(Store.Clock.GetUtcNow() + time);

    public async Task<AmazonSecretsManagerClient> ClientAsync(Principal? principal = null)
    {
        var key = await Store.Accounts.CreateAccessKeyAsync(principal ?? Root.Principal);
        return new(new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey), InProcess(new AmazonSecretsManagerConfig()));
    }

    public async Task<RequestSigner> SignerAsync()
    {
        var key = await Store.Accounts.CreateAccessKeyAsync(Root.Principal);
        return new(key.AccessKeyId, key.SecretAccessKey);
    }

    public T InProcess<T>(T config)
        where T : ClientConfig
    {
        config.ServiceURL = "https://store.test";
        config.AuthenticationRegion = Region;
        config.HttpClientFactory = new HandlerFactory(Store);
        config.MaxErrorRetry = 0;
        return config;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Store.DisposeAsync();
    }

    private sealed class HandlerFactory(ReferenceStore store) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(store.CreateHandler());
    }
}
