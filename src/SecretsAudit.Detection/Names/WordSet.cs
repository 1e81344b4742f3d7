using System;
using System.Collections.Generic;

namespace SecretsAudit.Detection.Names;

/// <summary>A set of words, asked without regard to case and without allocating.</summary>
internal sealed class WordSet
{
    private readonly Dictionary<int, string[]> _byHash = [];

    // By length, a bit for each first character's last five bits: most words are no member, and this says so at once.
    private readonly uint[] _firsts;

    public WordSet(params string[] words)
    {
        var longest = 0;
        foreach (var word in words)
            longest = Math.Max(longest, word.Length);
        _firsts = new uint[longest + 1];
        foreach (var word in words)
        {
            // A capital and its small letter differ in the sixth bit; letters beyond ASCII may not, so either one's counts.
            _firsts[word.Length] |= 1u << (char.ToLowerInvariant(word[0]) & 31) | 1u << (char.ToUpperInvariant(word[0]) & 31);
            var hash = Hash(word.AsSpan());
            _byHash[hash] = _byHash.TryGetValue(hash, out var present) ? [.. present, word] : [word];
        }
    }

    public bool Contains(ReadOnlySpan<char> word)
    {
        if (word.Length == 0 || word.Length >= _firsts.Length || (_firsts[word.Length] >> (word[0] & 31) & 1) == 0 || !_byHash.TryGetValue(Hash(word), out var candidates))
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
