using System;
using System.Globalization;

namespace SecretsAudit.Detection.Names;

/// <summary>How random a value looks.</summary>
internal static class Strength
{
    /// <summary>Shannon's entropy in bits a character, 0 to about 6.</summary>
    public static double Entropy(ReadOnlySpan<char> value)
    {
        if (value.Length == 0)
            return 0;
        Span<int> counts = stackalloc int[129];
        counts.Clear();
        foreach (var c in value)
            counts[c < 128 ? c : 128]++;
        var entropy = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
                entropy -= (double)count / value.Length * Math.Log((double)count / value.Length, 2);
        }

        return entropy;
    }

    public static int DistinctCharacters(ReadOnlySpan<char> value)
    {
        Span<bool> seen = stackalloc bool[129];
        seen.Clear();
        var distinct = 0;
        foreach (var c in value)
        {
            ref var here = ref seen[c < 128 ? c : 128];
            if (!here)
                distinct++;
            here = true;
        }

        return distinct;
    }

    /// <summary>Whether a machine made it, as far as one can see: long, mixed, and with no words in it.</summary>
    public static bool IsRandom(ReadOnlySpan<char> value)
    {
        if (value.Length < 16 || (value.IndexOf(' ') >= 0 && WordLikeness.Share(value) > 0.5))
            return false;
        var hex = true;
        int digits = 0, upper = 0, lower = 0, other = 0;
        foreach (var c in value)
        {
            hex &= c is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F' or '-';
            if (char.IsDigit(c))
                digits++;
            else if (char.IsUpper(c))
                upper++;
            else if (char.IsLower(c))
                lower++;
            else
                other++;
        }

        var entropy = Entropy(value);
        // More digits than any number has that counts or names something.
        if (digits == value.Length)
            return digits >= 24 && entropy >= 2.6;
        if (hex)
            return digits > 0 && entropy >= 2.9;
        var classes = (digits > 0 ? 1 : 0) + (upper > 0 ? 1 : 0) + (lower > 0 ? 1 : 0);
        return classes >= 2 && entropy >= 3.3 && (digits >= 2 || (classes == 2 && value.Length >= 20 && WordLikeness.Share(value) < 0.6)) && WordLikeness.Share(value) < 0.8 && !IsOfPieces(value);
    }

    /// <summary>Whether a value is mostly of words and short numbers between many dots, hyphens or underlines: <c>The.Song.Title.2010.1080p.BluRay</c>.</summary>
    public static bool IsOfPieces(ReadOnlySpan<char> value)
    {
        const int Least = 5, LongestNumber = 4;
        int pieces = 0, plain = 0, start = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && value[i] is not ('.' or '-' or '_' or ' '))
                continue;
            var piece = value.Slice(start, i - start);
            pieces++;
            plain += IsNumber(piece) ? piece.Length <= LongestNumber ? 1 : 0 : WordLikeness.Share(piece) > 0.5 ? 1 : 0;
            start = i + 1;
        }

        return pieces >= Least && plain * 3 >= pieces * 2;
    }

    private static bool IsNumber(ReadOnlySpan<char> piece)
    {
        foreach (var c in piece)
        {
            if (!char.IsDigit(c))
                return false;
        }

        return true;
    }

    /// <summary>How sure one can be that a value in a credential's place is a real one.</summary>
    public static CredentialConfidence Confidence(ReadOnlySpan<char> value) =>
        IsRandom(value) ? CredentialConfidence.High
        : IsMixed(value) ? CredentialConfidence.Medium
        : CredentialConfidence.Low;

    /// <summary>Whether letters and digits, or letters and marks, are mixed as in a password.</summary>
    public static bool IsMixed(ReadOnlySpan<char> value)
    {
        if (value.Length < 6)
            return false;
        bool letter = false, digit = false, mark = false;
        foreach (var c in value)
        {
            // Scripts of Asia write vowels and tones as marks on letters.
            var isLetter = char.IsLetter(c) || (c > 127 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
            letter |= isLetter;
            digit |= char.IsDigit(c);
            mark |= !isLetter && !char.IsDigit(c) && c is not (' ' or '.' or '-' or '_' or '/' or ':');
        }

        return letter && (digit || mark);
    }
}
