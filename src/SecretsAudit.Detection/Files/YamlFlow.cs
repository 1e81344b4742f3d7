using System;
using System.Collections.Generic;

namespace SecretsAudit.Detection.Files;

/// <summary>Mappings of YAML in one line: <c>environment: {DB_PASSWORD: …, USER: app}</c>.</summary>
internal static class YamlFlow
{
    private static readonly char[] Quotes = ['"', '\''];

    /// <summary>Where an item of a list begins, behind its dash.</summary>
    public static int BehindDash(string text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '\t' or '-')
            start++;
        return start;
    }

    /// <summary>The flags that a command is given in the items of a list: <c>["CMD", "mysqladmin", "--password=…"]</c>.</summary>
    public static IEnumerable<NamedSpan> Flags(string text, int start, int end)
    {
        if (start >= end || text[start] != '[' || text.IndexOf("--", start, end - start, StringComparison.Ordinal) < 0)
            yield break;
        for (var open = text.IndexOfAny(Quotes, start, end - start); open >= 0;)
        {
            var close = text.IndexOf(text[open], open + 1, end - open - 1);
            if (close < 0)
                yield break;
            foreach (var flag in LineGrammar.Variables(text, open + 1, close - open - 1))
                yield return flag;
            open = text.IndexOfAny(Quotes, close + 1, end - close - 1);
        }
    }

    /// <summary>The members of a mapping that stands in braces, where a text has one.</summary>
    public static IEnumerable<NamedSpan> Members(string text, int start, int end)
    {
        if (start >= end || text[start] != '{' || (start + 1 < end && text[start + 1] == '{'))
            yield break;
        for (var at = start + 1; at < end;)
        {
            var stop = at;
            var quote = '\0';
            while (stop < end && (quote != '\0' || text[stop] is not (',' or '}')))
            {
                quote = quote == text[stop] ? '\0' : quote == '\0' && text[stop] is '"' or '\'' ? text[stop] : quote;
                stop++;
            }

            if (YamlGrammar.Pair(text, at, stop - at) is { Length: > 0 } member)
                yield return member;
            at = stop + 1;
        }
    }
}
