using System;
using System.Collections.Generic;

namespace SecretsAudit.Detection.Names;

/// <summary>A set of words, asked without regard to case and without allocating.</summary>
internal sealed class WordSet
{
    private readonly Dictionary<int, string[]> _byHash = [];
    private readonly int _longest;

    public WordSet(params string[] words)
    {
        foreach (var word in words)
        {
            var hash = Hash(word.AsSpan());
            _byHash[hash] = _byHash.TryGetValue(hash, out var present) ? [.. present, word] : [word];
            _longest = Math.Max(_longest, word.Length);
        }
    }

    public bool Contains(ReadOnlySpan<char> word)
    {
        if (word.Length > _longest || !_byHash.TryGetValue(Hash(word), out var candidates))
            return false;
        foreach (var candidate in candidates)
        {
            if (word.Equals(candidate.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 17;
        foreach (var c in word)
            hash = unchecked(hash * 31 + char.ToLowerInvariant(c));
        return hash;
    }
}
