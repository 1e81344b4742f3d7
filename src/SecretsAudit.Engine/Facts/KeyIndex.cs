using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>The KMS keys read so far, found by whatever a secret calls its key.</summary>
internal sealed class KeyIndex
{
    private readonly Dictionary<(string Account, string Region, string Name), KmsKey> _keys = [];

    private readonly Dictionary<KmsKey, AccessFacts> _access = new(ReferenceEqualityComparer.Instance);

    private KeyReference _lastAsked;
    private KmsKey? _lastFound;

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a key under its id, and its aliases where they are known.</summary>
    public void Add(KmsKey key)
    {
        Count++;
        _lastAsked = default;
        Add(key, key.Id);
        if (!key.Aliases.TryGetValue(out var aliases))
            return;

        foreach (var alias in aliases)
            Add(key, alias);
    }

    /// <summary>The key that a secret of a scope names; null when it was not read.</summary>
    public KmsKey? Find(KeyReference reference)
    {
        // Most secrets of an estate name the key that the one before named.
        if (reference != _lastAsked)
            (_lastAsked, _lastFound) = (reference, _keys.GetValueOrDefault((reference.Account, reference.Region, reference.Name)));

        return _lastFound;
    }

    /// <summary>Who gets in by a key's policy: the same for every secret under the key.</summary>
    public AccessFacts AccessOf(KmsKey key, FactContext context)
    {
        if (!_access.TryGetValue(key, out var access))
            _access[key] = access = new(key.Policy, Iam.PolicyKind.Key, key.Arn, key.Scope, context);

        return access;
    }

    private void Add(KmsKey key, string name) => _keys[(key.Scope.Account, key.Scope.Region, name)] = key;
}
