using System.Collections.Concurrent;
using System.Collections.Immutable;
using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Store.State;

/// <summary>What readers see: only what is durable. One writer publishes; readers take no lock.</summary>
internal sealed class StoreState : IStateView
{
    private readonly ConcurrentDictionary<(string Account, string Region), RegionState> _regions = new();
    // The same by account/region, as row ids have it.
    private readonly ConcurrentDictionary<string, RegionState> _places = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Principal> _principals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AccessKey> _accessKeys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, KmsKey> _keysByArn = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Account> _accounts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(RowKind Kind, string Account, string Region), Shelf> _shelves = new();
    private readonly int[] _counts = new int[byte.MaxValue + 1];
    private ImmutableSortedSet<DueItem> _agenda = [];

    /// <summary>What the passing of time will do, soonest first; a snapshot.</summary>
    public ImmutableSortedSet<DueItem> Agenda => Volatile.Read(ref _agenda);

    public ClockRow? Clock { get; private set; }

    /// <summary>Hears of every KMS key that is gone for good.</summary>
    public Action<KmsKey>? OnKeyDeleted { get; set; }

    /// <summary>Each account's regions that have held anything.</summary>
    public IEnumerable<(string Account, string Name, RegionState State)> Places => _regions.Select(pair => (pair.Key.Account, pair.Key.Region, pair.Value));

    public IEnumerable<RegionState> Regions => _regions.Select(pair => pair.Value);

    public IEnumerable<Account> Accounts => _accounts.Select(pair => pair.Value);

    public IEnumerable<AccessKey> AccessKeys => _accessKeys.Select(pair => pair.Value);

    public IEnumerable<Principal> Principals => _principals.Select(pair => pair.Value);

    /// <summary>Every row but the clock's; for a reset and a count, not for readers.</summary>
    public IEnumerable<Row> Rows =>
    [
        .. _accounts.Values, .. _principals.Values.Select(principal => new PrincipalRow(principal)), .. _accessKeys.Values,
        .. _regions.Values.SelectMany(region => region.Secrets), .. _regions.Values.SelectMany(region => region.Keys),
        .. _regions.Values.SelectMany(region => region.Aliases), .. _shelves.Values.SelectMany(shelf => shelf.Rows),
    ];

    /// <summary>How many secrets all accounts and regions hold.</summary>
    public int SecretCount => _regions.Values.Sum(region => region.ByName.Count);

    public RegionState Region(string account, string region) =>
        _regions.TryGetValue((account, region), out var known) ? known : _places.GetOrAdd($"{account}/{region}", _ => _regions.GetOrAdd((account, region), _ => new RegionState()));

    /// <summary>What lies at an account/region; null when nothing does.</summary>
    public RegionState? Place(ReadOnlySpan<char> place) => _places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(place, out var state) ? state : null;

    public Secret? Secret(string account, string region, string name) => Find(account, region)?.Secret(name);

    public KmsKey? Key(string account, string region, string keyId) => Find(account, region)?.Key(keyId);

    public KmsKey? KeyByArn(string arn) => _keysByArn.GetValueOrDefault(arn);

    public KmsAlias? Alias(string account, string region, string aliasName) => Find(account, region)?.Alias(aliasName);

    public Principal? Principal(string arn) => _principals.GetValueOrDefault(arn);

    public AccessKey? AccessKey(string accessKeyId) => _accessKeys.GetValueOrDefault(accessKeyId);

    public Account? Account(string accountId) => _accounts.GetValueOrDefault(accountId);

    /// <summary>The rows of one kind in one account and region.</summary>
    public Shelf Shelf(RowKind kind, string account, string region) =>
        _shelves.TryGetValue((kind, account, region), out var known) ? known : _shelves.GetOrAdd((kind, account, region), _ => new Shelf());

    /// <summary>The shelves of one kind in every account and region.</summary>
    public IEnumerable<Shelf> Shelves(RowKind kind) => _shelves.Where(pair => pair.Key.Kind == kind).Select(pair => pair.Value);

    /// <summary>Whether any account and region has a row of a kind that lies on shelves; every write asks.</summary>
    public bool HasAny(RowKind kind) => Volatile.Read(ref _counts[(int)kind]) > 0;

    Row? IStateView.Find(RowId id) => StoreStateRows.Find(this, id);

    public void Publish(Row? old, Row? next)
    {
        switch (old ?? next)
        {
            case ScopedRow row:
                Shelf(row.Kind, row.Account, row.Region).Publish((ScopedRow?)old, (ScopedRow?)next);
                Interlocked.Add(ref _counts[(int)row.Kind], (next is null ? 0 : 1) - (old is null ? 0 : 1));
                Reschedule(DueItem.Of((ScopedRow?)old), DueItem.Of((ScopedRow?)next));
                break;
            case Secret secret:
                Region(secret.Account, secret.Region).Publish((Secret?)old, (Secret?)next);
                Reschedule(DueItem.Of((Secret?)old), DueItem.Of((Secret?)next));
                break;
            case KmsKey key:
                Region(key.Account, key.Region).Publish((KmsKey?)old, (KmsKey?)next);
                Replace(_keysByArn, key.Arn, (KmsKey?)next);
                Reschedule(DueItem.Of((KmsKey?)old), DueItem.Of((KmsKey?)next));
                if (next is null)
                {
                    OnKeyDeleted?.Invoke(key);
                }

                break;
            case KmsAlias alias:
                Region(alias.Account, alias.Region).Publish((KmsAlias?)old, (KmsAlias?)next);
                break;
            case PrincipalRow row:
                Replace(_principals, row.Principal.Arn, ((PrincipalRow?)next)?.Principal);
                break;
            case AccessKey key:
                Replace(_accessKeys, key.AccessKeyId, (AccessKey?)next);
                break;
            case Account account:
                Replace(_accounts, account.AccountId, (Account?)next);
                break;
            case ClockRow:
                Clock = (ClockRow?)next;
                break;
        }
    }

    /// <summary>Publishes what the journal held at start-up.</summary>
    public void PublishAll(IEnumerable<Row> rows)
    {
        var secrets = new Dictionary<(string, string), List<Secret>>();
        var due = _agenda.ToBuilder();
        foreach (var row in rows)
        {
            if (row is not Secret secret)
            {
                Publish(null, row);
                continue;
            }

            if (!secrets.TryGetValue((secret.Account, secret.Region), out var list))
            {
                secrets[(secret.Account, secret.Region)] = list = [];
            }

            list.Add(secret);
            if (DueItem.Of(secret) is { } item)
            {
                due.Add(item);
            }
        }

        _agenda = due.ToImmutable().Union(_agenda);
        foreach (var ((account, region), list) in secrets)
        {
            Region(account, region).PublishAll(list);
        }
    }

    private RegionState? Find(string account, string region) => _regions.GetValueOrDefault((account, region));

    private void Reschedule(DueItem? old, DueItem? next)
    {
        if (old == next)
        {
            return;
        }

        var agenda = old is { } gone ? _agenda.Remove(gone) : _agenda;
        Volatile.Write(ref _agenda, next is { } coming ? agenda.Add(coming) : agenda);
    }

    private static void Replace<T>(ConcurrentDictionary<string, T> rows, string key, T? next)
        where T : class
    {
        if (next is null)
        {
            rows.TryRemove(key, out _);
        }
        else
        {
            rows[key] = next;
        }
    }
}
