using System;
using System.Collections.Generic;
#if NET
using System.Buffers;
#endif

namespace SecretsAudit.Detection.Formats;

/// <summary>Finds the next place where any of many literals stands, in one pass.</summary>
internal sealed class KeywordSearch
{
    private readonly string[][] _byFirst = new string[128][];
#if NET
    private readonly SearchValues<string> _all;
#else
    private readonly bool[] _pairs = new bool[128 * 128];
#endif

    /// <param name="keywords">The literals: ASCII, two characters or more.</param>
    public KeywordSearch(IReadOnlyCollection<string> keywords)
    {
        var distinct = new HashSet<string>(keywords, StringComparer.Ordinal);
        foreach (var keyword in distinct)
        {
            ref var bucket = ref _byFirst[keyword[0]];
            bucket = bucket is null ? [keyword] : [.. bucket, keyword];
        }

        // The longest first: a keyword that begins with another is the more telling one.
        foreach (var bucket in _byFirst)
        {
            if (bucket is not null)
                Array.Sort(bucket, (left, right) => right.Length - left.Length);
        }
#if NET
        _all = SearchValues.Create([.. distinct], StringComparison.Ordinal);
#else
        foreach (var keyword in distinct)
            _pairs[keyword[0] * 128 + keyword[1]] = true;
#endif
    }

    /// <summary>Where the next keyword stands, from a position on; -1 when there is none.</summary>
    public int Next(ReadOnlySpan<char> text, int from)
    {
#if NET
        var found = text[from..].IndexOfAny(_all);
        return found < 0 ? -1 : from + found;
#else
        for (var i = from; i + 1 < text.Length; i++)
        {
            char first = text[i], second = text[i + 1];
            if (first < 128 && second < 128 && _pairs[first * 128 + second] && KeywordAt(text.Slice(i)) is not null)
                return i;
        }

        return -1;
#endif
    }

    /// <summary>The longest keyword with which the text begins; null when it begins with none.</summary>
    public string? KeywordAt(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text[0] >= 128 || _byFirst[text[0]] is not { } bucket)
            return null;
        foreach (var keyword in bucket)
        {
            if (text.StartsWith(keyword.AsSpan(), StringComparison.Ordinal))
                return keyword;
        }

        return null;
    }
}
