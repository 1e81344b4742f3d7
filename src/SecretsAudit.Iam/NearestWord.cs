namespace SecretsAudit.Iam;

/// <summary>Guesses what a misspelt word was meant to be.</summary>
public static class NearestWord
{
    private const int LongestWord = 64;

    /// <summary>The known word that is nearest to the given one, without regard to case; null when none is near enough.</summary>
    /// <param name="word">The word as written; one of more than 64 letters is nothing misspelt.</param>
    /// <param name="known">The words it could be.</param>
    /// <param name="lettersPerError">How many letters of the word allow for one error; one error is always allowed. Default: four.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lettersPerError"/> is less than one.</exception>
    public static string? Of(string word, IEnumerable<string> known, int lettersPerError = 4)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentOutOfRangeException.ThrowIfLessThan(lettersPerError, 1);
        if (word.Length is 0 or > LongestWord)
            return null;

        var (nearest, distance) = known.Select(candidate => (Word: candidate, Distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Word, StringComparer.Ordinal).FirstOrDefault((Word: null!, Distance: int.MaxValue));
        return distance <= Math.Max(1, word.Length / lettersPerError) ? nearest : null;
    }

    // Letters added, removed or changed, counting two swapped neighbours as one (optimal string alignment).
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            rows[0, j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[left.Length, right.Length];
    }
}
