using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace SecretsAudit.Detection.Formats;

/// <summary>
/// Finds the next place where any of many literals may stand, in one pass: a table by the first two characters says which third ones can follow.
/// Hundreds of literals are too many for a vectorised search; the table answers for a character in about a nanosecond, whatever their number.
/// </summary>
internal sealed class KeywordSearch
{
    private const int Ascii = 128;

    // For each pair of characters a bit for each third one, by its last five bits: 64 KB, of which little is touched.
    private readonly uint[] _thirds = new uint[Ascii * Ascii];
    private readonly string[]?[] _byPair = new string[Ascii * Ascii][];

    /// <param name="keywords">The literals: ASCII, two characters or more.</param>
    public KeywordSearch(IReadOnlyCollection<string> keywords)
    {
        foreach (var keyword in new HashSet<string>(keywords, StringComparer.Ordinal))
        {
            var pair = keyword[0] * Ascii + keyword[1];
            _thirds[pair] |= keyword.Length == 2 ? uint.MaxValue : 1u << (keyword[2] & 31);
            _byPair[pair] = _byPair[pair] is { } present ? [.. present, keyword] : [keyword];
        }
    }

    /// <summary>Where the next keyword stands, from a position on; -1 when there is none.</summary>
    [MethodImpl(HotCode.AtOnce)]
    public int Next(ReadOnlySpan<char> text, int from)
    {
        var thirds = _thirds;
        var last = text.Length - 1;
        for (var i = from; i < last; i++)
        {
            int first = text[i], second = text[i + 1];
            if ((first | second) >= Ascii)
                continue;
            var mask = thirds[first * Ascii + second];
            if (mask != 0 && (i + 2 > last || (mask >> (text[i + 2] & 31) & 1) != 0) && StandsAt(text.Slice(i), first * Ascii + second))
                return i;
        }

        return -1;
    }

    private bool StandsAt(ReadOnlySpan<char> text, int pair)
    {
        foreach (var keyword in _byPair[pair]!)
        {
            // "key_" begins as "keyboard" does; the fourth character tells most of them apart for less than a comparison costs.
            if (keyword.Length > 3 && (text.Length < 4 || text[3] != keyword[3]))
                continue;
            if (text.StartsWith(keyword.AsSpan(), StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
