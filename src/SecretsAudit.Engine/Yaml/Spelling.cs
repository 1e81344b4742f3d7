namespace SecretsAudit.Engine.Yaml;

/// <summary>Guesses what a misspelt word was meant to be: for error messages.</summary>
public static class Spelling
{
    private const int LongestWord = 60;

    /// <summary><c>Did you mean 'x'?</c>, or null when nothing is near enough.</summary>
    public static string? DidYouMean(string word, IEnumerable<string> known) =>
        Nearest(word, known) is { } nearest ? $"Did you mean '{nearest}'?" : null;

    /// <summary>The known word that is nearest to the given one; null when none is within a third of its letters.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > LongestWord)
            return null;

        var nearest = known
            .Select(candidate => (Candidate: candidate, Distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .FirstOrDefault((Candidate: null!, Distance: int.MaxValue));
        return nearest.Distance <= Math.Max(1, word.Length / 3) ? nearest.Candidate : null;
    }

    // Edits, counting two swapped neighbours as one (optimal string alignment).
    internal static int Distance(string left, string right)
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
