using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SecretsAudit.Store.State;

/// <summary>The published state of one account in one region: dictionaries for look-ups, ordered sets for pages.</summary>
internal sealed class RegionState
{
    private readonly ConcurrentDictionary<string, Secret> _secrets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, KmsKey> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, KmsAlias> _aliases = new(StringComparer.Ordinal);
    private ImmutableSortedSet<CreationOrder> _byCreation = [];
    private ImmutableSortedSet<string> _byName = ImmutableSortedSet<string>.Empty.WithComparer(StringComparer.Ordinal);

    /// <summary>Every secret, oldest first; a snapshot.</summary>
    public ImmutableSortedSet<CreationOrder> ByCreation => Volatile.Read(ref _byCreation);

    /// <summary>Every secret's name in ordinal order; a snapshot.</summary>
    public ImmutableSortedSet<string> ByName => Volatile.Read(ref _byName);

    public IEnumerable<Secret> Secrets => _secrets.Select(pair => pair.Value);

    public IEnumerable<KmsKey> Keys => _keys.Select(pair => pair.Value);

    public IEnumerable<KmsAlias> Aliases => _aliases.Select(pair => pair.Value);

    public Secret? Secret(string name) => _secrets.GetValueOrDefault(name);

    public Secret? Secret(ReadOnlySpan<char> name) => Find(_secrets, name);

    public KmsKey? Key(string keyId) => _keys.GetValueOrDefault(keyId);

    public KmsKey? Key(ReadOnlySpan<char> keyId) => Find(_keys, keyId);

    public KmsAlias? Alias(string aliasName) => _aliases.GetValueOrDefault(aliasName);

    public KmsAlias? Alias(ReadOnlySpan<char> aliasName) => Find(_aliases, aliasName);

    public void Publish(Secret? old, Secret? next)
    {
        if (next is not null)
        {
            _secrets[next.Name] = next;
        }

        if (old is not null && (next is null || next.Created != old.Created))
        {
            Volatile.Write(ref _byCreation, _byCreation.Remove(new(old.Created, old.Name)));
        }

        if (next is not null && (old is null || next.Created != old.Created))
        {
            Volatile.Write(ref _byCreation, _byCreation.Add(new(next.Created, next.Name)));
            Volatile.Write(ref _byName, _byName.Add(next.Name));
        }

        if (next is null && old is not null)
        {
            Volatile.Write(ref _byName, _byName.Remove(old.Name));
            _secrets.TryRemove(old.Name, out _);
        }
    }

    /// <summary>Publishes many new secrets at once, as at start-up.</summary>
    public void PublishAll(IReadOnlyCollection<Secret> secrets)
    {
        Parallel.Invoke(
            () =>
            {
                foreach (var secret in secrets)
                {
                    _secrets[secret.Name] = secret;
                }
            },
            () => _byCreation = _byCreation.Union(secrets.Select(secret => new CreationOrder(secret.Created, secret.Name))),
            () => _byName = _byName.Union(secrets.Select(secret => secret.Name)));
    }

    public void Publish(KmsKey? old, KmsKey? next) => Replace(_keys, (old ?? next)!.KeyId, next);

    public void Publish(KmsAlias? old, KmsAlias? next) => Replace(_aliases, (old ?? next)!.AliasName, next);

    private static T? Find<T>(ConcurrentDictionary<string, T> rows, ReadOnlySpan<char> key)
        where T : class => rows.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var row) ? row : null;

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

/// <summary>A secret's place in the order of creation.</summary>
internal readonly record struct CreationOrder(DateTimeOffset Created, string Name) : IComparable<CreationOrder>
{
    public int CompareTo(CreationOrder other) =>
        Created.CompareTo(other.Created) is var byTime and not 0 ? byTime : string.CompareOrdinal(Name, other.Name);
}
