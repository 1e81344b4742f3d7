using Amazon.Runtime;
using SecretsAudit.Collectors;
using SecretsAudit.Model;
using SecretsAudit.Store;
using SecretsAudit.Store.Estate;

namespace SecretsAudit.Cli.Auditing;

/// <summary>The built-in store in this process with the sample estate in it, read through AWS's client as any other account is.</summary>
internal sealed class SampleStore : IAsyncDisposable
{
    private readonly ReferenceStore _store;
    private readonly HttpMessageHandler _handler;

    private SampleStore(ReferenceStore store, SampleEstate estate)
    {
        _store = store;
        _handler = store.CreateHandler();
        Inventory = new AwsInventorySource([.. estate.Accounts.Select(Target)], new AwsConnection { Handler = _handler }, store.Clock);
    }

    public IInventorySource Inventory { get; }

    /// <summary>The estate's present.</summary>
    public static DateTimeOffset AsOf => SampleEstate.AsOf;

    public static async Task<SampleStore> BuildAsync(CancellationToken cancellationToken)
    {
        var store = await ReferenceStore.OpenAsync(SampleEstate.Options, cancellationToken: cancellationToken).ConfigureAwait(false);
        try
        {
            return new(store, await SampleEstate.BuildAsync(store, cancellationToken: cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _handler.Dispose();
        await _store.DisposeAsync().ConfigureAwait(false);
    }

    private static AwsTarget Target(EstateAccount account) => new()
    {
        Label = account.Name,
        Credentials = new BasicAWSCredentials(account.Auditor.AccessKeyId, account.Auditor.SecretAccessKey),
        Regions = SampleEstate.Regions,
    };
}
