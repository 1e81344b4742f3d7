namespace SecretsAudit.CodeScan.Trees;

/// <summary>
/// Paths by pattern: <c>**</c> in the place of a name any number of folders, and at the end anything; <c>*</c> and <c>?</c> anything and one character
/// within a name, <c>[a-z]</c> and <c>[!a-z]</c> one of several, <c>\x</c> the character itself.
/// </summary>
/// <remarks>https://git-scm.com/docs/gitignore#_pattern_format. Every file of a tree is held against every pattern: no step allocates, and there are at most as many as the product of both lengths.</remarks>
internal static class Glob
{
    /// <summary>Whether a path, with forward slashes, matches as a whole.</summary>
    public static bool Matches(ReadOnlySpan<char> glob, ReadOnlySpan<char> path)
    {
        int at = 0, read = 0;
        // Where to go on when nothing fits: behind the last star, one character later, or behind the last folders, one folder later. What a star takes does
        // not change where its name ends, so that earlier ones need no second look.
        int star = -1, starEnd = 0, deep = -1, deepEnd = 0;
        while (true)
        {
            if (at < glob.Length && glob[at] == '*')
            {
                var stars = at;
                while (at < glob.Length && glob[at] == '*')
                    at++;
                var isName = at - stars == 2 && (stars == 0 || glob[stars - 1] == '/');
                if (isName && at == glob.Length)
                    return true;
                if (isName && glob[at] == '/')
                    (star, deep, deepEnd) = (-1, ++at, read);
                else
                    (star, starEnd) = (at, read);
                continue;
            }

            if (at == glob.Length && read == path.Length)
                return true;
            if (at < glob.Length && read < path.Length && MatchesOne(glob, ref at, path[read]))
            {
                read++;
                continue;
            }

            if (star >= 0 && starEnd < path.Length && path[starEnd] != '/')
            {
                read = ++starEnd;
                at = star;
                continue;
            }

            var step = deep < 0 ? 0 : path[deepEnd..].IndexOf('/') + 1;
            if (step == 0)
                return false;
            read = deepEnd += step;
            (at, star) = (deep, -1);
        }
    }

    // One character against what stands at a place of the pattern; moves behind it when it fits.
    private static bool MatchesOne(ReadOnlySpan<char> glob, ref int at, char character)
    {
        switch (glob[at])
        {
            case '?' when character != '/':
                at++;
                return true;
            case '?':
                return false;
            case '[' when at + 2 < glob.Length && glob[(at + 2)..].IndexOf(']') is >= 0 and var length:
                if (character == '/' || !IsIn(glob.Slice(at + 1, length + 1), character))
                    return false;
                at += length + 3;
                return true;
            case '\\' when at + 1 < glob.Length:
                if (glob[at + 1] != character)
                    return false;
                at += 2;
                return true;
            default:
                if (glob[at] != character)
                    return false;
                at++;
                return true;
        }
    }

    private static bool IsIn(ReadOnlySpan<char> set, char character)
    {
        var isNegated = set[0] is '!' or '^' && set.Length > 1;
        for (var i = isNegated ? 1 : 0; i < set.Length; i++)
        {
            var last = i + 2 < set.Length && set[i + 1] == '-' ? i + 2 : i;
            if (character >= set[i] && character <= set[last])
                return !isNegated;
            i = last;
        }

        return isNegated;
    }
}
