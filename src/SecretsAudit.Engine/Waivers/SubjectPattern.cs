namespace SecretsAudit.Engine.Waivers;

/// <summary>Matches a waiver's subject: <c>*</c> stands for any characters, <c>?</c> for one.</summary>
internal static class SubjectPattern
{
    /// <summary>Whether the whole text matches. Takes at most pattern times text steps.</summary>
    public static bool Matches(string pattern, string text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).IndexOfAnyExcept('*') < 0;
    }
}
