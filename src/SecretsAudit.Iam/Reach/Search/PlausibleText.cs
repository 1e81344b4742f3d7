namespace SecretsAudit.Iam.Reach.Search;

/// <summary>
/// Makes a witness's value one that a reader believes. The shortest text of a class leaves a wildcard empty, even between two marks, as in
/// <c>secretsmanager..amazonaws.com</c>; there a word is put in where the policy tells the two texts apart by nothing.
/// </summary>
internal static class PlausibleText
{
    private const string SomeRegion = "us-east-1";
    private const string SomeWord = "any";

    /// <summary>The text, with words where it has nothing between two marks; the text itself where that would be of another class.</summary>
    public static string Of(SearchScene scene, IReadOnlyList<Term> terms, string text)
    {
        foreach (var pattern in terms.SelectMany(term => term.Condition.Values))
        {
            if (pattern.AsSpan().ContainsAny('?', '$') || pattern.Replace("*", "", StringComparison.Ordinal) != text)
                continue;

            var filled = Filled(pattern, scene.Resource.Region ?? scene.Resource.AnyArn.Split(':') switch { [_, _, _, { Length: > 0 } region, ..] => region, _ => SomeRegion });
            if (terms.All(term => scene.Holds(term.Condition, [filled], scene.Blank) == scene.Holds(term.Condition, [text], scene.Blank)))
                return filled;
        }

        return text;
    }

    private static string Filled(string pattern, string region)
    {
        var text = new System.Text.StringBuilder(pattern.Length + region.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '*')
                text.Append(pattern[i]);
            else if (i > 0 && i + 1 < pattern.Length && IsMark(pattern[i - 1]) && IsMark(pattern[i + 1]))
                text.Append(pattern.AsSpan(i + 1).StartsWith(".amazonaws.", StringComparison.OrdinalIgnoreCase) ? region : SomeWord);
        }

        return text.ToString();
    }

    private static bool IsMark(char character) => character is '.' or '/' or ':' or '-' or '_';
}
