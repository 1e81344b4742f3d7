namespace SecretsAudit.Analyzers.Settings;

/// <summary>How many characters must be put in, left out, replaced or exchanged with their neighbour to make one text of another.</summary>
internal static class EditDistance
{
    // AWS's longest name.
    private const int Longest = 512;

    /// <summary>The distance, or some number over the limit.</summary>
    /// <seealso href="https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance">Optimal string alignment distance</seealso>
    public static int Of(string from, string to, int limit)
    {
        if (from.Length > Longest || to.Length > Longest)
            return limit + 1;

        var (before, last, next) = (new int[to.Length + 1], new int[to.Length + 1], new int[to.Length + 1]);
        for (var j = 0; j <= to.Length; j++)
            last[j] = j;

        for (var i = 1; i <= from.Length; i++)
        {
            var least = next[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var isSame = from[i - 1] == to[j - 1];
                next[j] = Math.Min(Math.Min(last[j], next[j - 1]) + 1, last[j - 1] + (isSame ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
                least = Math.Min(least, next[j]);
            }

            if (least > limit)
                return least;
            (before, last, next) = (last, next, before);
        }

        return last[to.Length];
    }
}
