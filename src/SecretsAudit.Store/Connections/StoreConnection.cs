using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Connections;

/// <summary>A way to a store, with one caller's rights in one region: in this process, or served elsewhere.</summary>
public abstract class StoreConnection
{
    private protected StoreConnection(string account, string region) => (Account, Region) = (account, region);

    /// <summary>The caller's account.</summary>
    public string Account { get; }

    /// <summary>The region, such as <c>eu-west-1</c>.</summary>
    public string Region { get; }

    /// <summary>A store that this process has open.</summary>
    public static StoreConnection To(ReferenceStore store, Caller caller, string region)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentException.ThrowIfNullOrEmpty(region);
        return new OpenStore(store, caller, region);
    }

    /// <summary>A store that is served over HTTP.</summary>
    /// <param name="http">Sends the calls.</param>
    /// <param name="endpoint">Where it listens, such as <c>http://127.0.0.1:4599</c>.</param>
    /// <param name="key">The access key that signs.</param>
    /// <param name="account">The key's account.</param>
    /// <param name="region">The region.</param>
    /// <param name="clock">The time that signatures carry.</param>
    public static StoreConnection To(HttpClient http, Uri endpoint, SigningKey key, string account, string region, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(clock);
        return new ServedStore(http, endpoint, key, account, region, clock);
    }

    /// <exception cref="AwsException">The store's answer to a call that cannot be done.</exception>
    internal abstract Task<TResponse> InvokeAsync<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
        where TResponse : class;

    private sealed class OpenStore(ReferenceStore store, Caller caller, string region) : StoreConnection(caller.Principal.AccountId, region)
    {
        internal override Task<TResponse> InvokeAsync<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
            where TResponse : class => store.InvokeAsync(caller, Region, request, cancellationToken);
    }
}
