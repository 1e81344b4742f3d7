using Amazon.Runtime;
using Amazon.SecurityToken;
using SecretsAudit.Collectors;
using SecretsAudit.Store;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Connections;

namespace SecretsAudit.Cli.Hosting;

/// <summary>A store that a command works on: its folder, opened here, or one that is served elsewhere.</summary>
internal sealed class ConnectedStore : IAsyncDisposable
{
    private readonly ReferenceStore? _store;
    private readonly HttpClient? _http;

    private ConnectedStore(StoreConnection connection, ReferenceStore? store, HttpClient? http) => (Connection, _store, _http) = (connection, store, http);

    public StoreConnection Connection { get; }

    /// <summary>Opens the store in a folder and works as the root user of one of its accounts.</summary>
    /// <exception cref="UsageException">The folder holds no store, or several accounts of which none is named.</exception>
    public static async Task<ConnectedStore> OpenAsync(StoreOptions options, string? account, string region, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(options.DataDirectory))
            throw new UsageException($"There is no store in {options.DataDirectory}. Name its folder with --data, or a served store with --endpoint-url.");

        var store = await ReferenceStore.OpenAsync(options, cancellationToken: cancellationToken).ConfigureAwait(false);
        try
        {
            var known = store.Accounts.AccountIds;
            var chosen = account ?? (known.Count == 1 ? known[0] : throw new UsageException($"The store has {known.Count} accounts: name one with --account."));
            var root = store.Accounts.Find($"arn:aws:iam::{chosen}:root") ?? throw new UsageException($"The store has no account {chosen}.");
            return new(StoreConnection.To(store, new Caller(root), region), store, null);
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Calls a served store with AWS's own credentials: the environment, a profile, single sign-on.</summary>
    /// <exception cref="UsageException">The endpoint does not take the credentials, or does not answer.</exception>
    /// <exception cref="InventorySourceException">There are no credentials.</exception>
    public static async Task<ConnectedStore> CallAsync(Uri endpoint, string? profile, string region, TimeProvider clock, CancellationToken cancellationToken)
    {
        var target = AwsTargets.Find(profile is null ? [] : [profile], [region])[0];
        try
        {
            using var identity = new AmazonSecurityTokenServiceClient(
                target.Credentials, new AmazonSecurityTokenServiceConfig { ServiceURL = endpoint.ToString(), AuthenticationRegion = region, MaxErrorRetry = 1 });
            var caller = await identity.GetCallerIdentityAsync(new(), cancellationToken).ConfigureAwait(false);
            var credentials = await target.Credentials.GetCredentialsAsync().ConfigureAwait(false);
            var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            var key = new SigningKey(credentials.AccessKey, credentials.SecretKey, credentials.UseToken ? credentials.Token : null);
            return new(StoreConnection.To(http, endpoint, key, caller.Account, region, clock), null, http);
        }
        catch (Exception refused) when (refused is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new UsageException($"The store at {endpoint} cannot be called: {refused.Message}", refused);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_store is not null)
            await _store.DisposeAsync().ConfigureAwait(false);
    }
}
