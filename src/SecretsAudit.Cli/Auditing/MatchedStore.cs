using Amazon.Runtime;
using SecretsAudit.CodeScan.Matching;
using SecretsAudit.Collectors;
using SecretsAudit.Model;
using SecretsAudit.Store;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Crypto;

namespace SecretsAudit.Cli.Auditing;

/// <summary>What code is compared with: secrets of AWS, of an endpoint, or of a store's folder.</summary>
internal sealed record MatchedStore
{
    /// <summary><c>aws</c>, an address, or a folder.</summary>
    public required string Kind { get; init; }

    /// <summary>The folder's full path; null for AWS and an address.</summary>
    public string? Folder { get; init; }

    /// <summary>The root key of a folder; null for its own.</summary>
    public RootKeySource? RootKey { get; init; }

    public Uri? Endpoint { get; init; }

    public IReadOnlyList<string> Profiles { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Reads the values as keyed fingerprints.</summary>
    /// <exception cref="InventorySourceException">There are no credentials or no region.</exception>
    public async Task<(StoredValues Values, IReadOnlyList<Gap> Gaps)> ReadAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        var values = new StoredValues();
        if (Folder is null)
            return (values, await new StoredValueReader(new AwsConnection { Endpoint = Endpoint }).ReadAsync(AwsTargets.Find(Profiles, Regions), values, cancellationToken).ConfigureAwait(false));

        // A key of this process's own, known to nobody and gone with it, reads each account of the folder: as any client does, and recorded in its trail.
        var options = new StoreOptions { DataDirectory = Folder, RootKey = RootKey, WallClock = clock };
        var scopes = await ScopesAsync(options, cancellationToken).ConfigureAwait(false);
        var keys = scopes.Select(scope => scope.Account).Distinct(StringComparer.Ordinal)
            .Select(account => new DevelopmentCredentials($"MATCH{account}", Guid.NewGuid().ToString("N"), account)).ToList();
        var store = await ReferenceStore.OpenAsync(options with { DevelopmentCredentials = keys }, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using var held = store.ConfigureAwait(false);
        using var handler = store.CreateHandler();
        var targets = keys.Select(key => new AwsTarget
        {
            Label = key.AccountId,
            Account = key.AccountId,
            Credentials = new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey),
            Regions = [.. scopes.Where(scope => scope.Account == key.AccountId).Select(scope => scope.Region)],
        });
        return (values, await new StoredValueReader(new AwsConnection { Handler = handler }).ReadAsync([.. targets], values, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<IReadOnlyList<(string Account, string Region)>> ScopesAsync(StoreOptions options, CancellationToken cancellationToken)
    {
        var store = await ReferenceStore.OpenAsync(options, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using var held = store.ConfigureAwait(false);
        return store.Scopes;
    }
}
