using System;

namespace SecretsAudit.Detection.Names;

/// <summary>How much of a value reads like words: identifiers and prose are made of frequent pairs of letters, random text is not.</summary>
internal static class WordLikeness
{
    // The pairs of letters that English identifiers and prose are mostly made of, by first letter.
    private static readonly string[] Followers =
    [
        "bcdgilmnprstuv", "aeiloruy", "aehiklortuy", "aeiorsuy", "acdefilmnprstvxwy", "aefiloru", "aehilnoru", "aeiortuy", "acdefglmnoprstvz", "aeou", "eilnsy", "adefilosuy", "abeimopsu",
        "acdefgikostuv", "bcdfgkmnoprstuvw", "aehiloprstuy", "u", "acdegikmnorstuy", "aceihkmopqstuwy", "aehiloprstuwy", "abcdegilmnprst", "aeiou", "aehinorsy", "aceipt", "aelmnoprst", "aeiou",
    ];

    private static readonly uint[] Pairs = Array.ConvertAll(Followers, Bits);

    /// <summary>The share of its pairs of letters that are frequent ones, 0 to 1; 0 when it has none.</summary>
    public static double Share(ReadOnlySpan<char> value)
    {
        int pairs = 0, frequent = 0;
        for (var i = 0; i + 1 < value.Length; i++)
        {
            int first = value[i] | 0x20, second = value[i + 1] | 0x20;
            if (first is < 'a' or > 'z')
                continue;
            pairs++;
            // Broken by a digit, or by a change of case in the middle: no word goes on there.
            if (second is >= 'a' and <= 'z' && !(char.IsLower(value[i]) && char.IsUpper(value[i + 1])) && (Pairs[first - 'a'] >> (second - 'a') & 1) != 0)
                frequent++;
        }

        return pairs == 0 ? 0 : (double)frequent / pairs;
    }

    private static uint Bits(string letters)
    {
        var bits = 0u;
        foreach (var letter in letters)
            bits |= 1u << (letter - 'a');
        return bits;
    }
}
