namespace SecretsAudit.Iam.Checks;

/// <summary>Guesses what a misspelt word was meant to be.</summary>
internal static class NearestWord
{
    private const int LongestWord = 64;

    /// <summary>The known word within a quarter of its letters, at least one; null when there is none.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > LongestWord)
            return null;

        var (nearest, distance) = known.Select(candidate => (Word: candidate, Distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Word, StringComparer.Ordinal).FirstOrDefault((Word: null!, Distance: int.MaxValue));
        return distance <= Math.Max(1, word.Length / 4) ? nearest : null;
    }

    /// <summary>How many letters have to be added, removed or changed.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1)));
        }

        return row[right.Length];
    }
}
