namespace SecretsAudit.Iam.Reach.Search;

/// <summary>A set of a policy's statements by their index.</summary>
internal readonly struct StatementSet : IEquatable<StatementSet>
{
    private readonly ulong[] _words;

    private StatementSet(ulong[] words) => _words = words;

    public static StatementSet Empty(int capacity) => new(new ulong[(capacity + 63) / 64]);

    public bool IsEmpty
    {
        get
        {
            foreach (var word in _words)
            {
                if (word != 0)
                    return false;
            }

            return true;
        }
    }

    public int Count => _words.Sum(word => System.Numerics.BitOperations.PopCount(word));

    public bool Contains(int index) => (_words[index >> 6] >> (index & 63) & 1) != 0;

    /// <summary>Adds a statement while the set is being built.</summary>
    public void Add(int index) => _words[index >> 6] |= 1UL << (index & 63);

    public StatementSet And(StatementSet other)
    {
        var words = new ulong[_words.Length];
        for (var i = 0; i < words.Length; i++)
            words[i] = _words[i] & other._words[i];
        return new(words);
    }

    public bool IsSubsetOf(StatementSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & ~other._words[i]) != 0)
                return false;
        }

        return true;
    }

    public bool Equals(StatementSet other) => _words.AsSpan().SequenceEqual(other._words);

    public override bool Equals(object? obj) => obj is StatementSet other && Equals(other);

    public static bool operator ==(StatementSet left, StatementSet right) => left.Equals(right);

    public static bool operator !=(StatementSet left, StatementSet right) => !left.Equals(right);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var word in _words)
            hash.Add(word);
        return hash.ToHashCode();
    }
}
