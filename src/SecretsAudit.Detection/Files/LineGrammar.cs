using System.Collections.Generic;

namespace SecretsAudit.Detection.Files;

/// <summary>Assignments, a line each: <c>NAME=value</c> of variables and settings, <c>name = "value"</c> of programs.</summary>
internal static class LineGrammar
{
    private const int LongestLine = 20_000;

    /// <summary>Lines as start and length, without their ends; what lies behind 20,000 characters of a line is left out.</summary>
    public static IEnumerable<(int Start, int Length)> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            var length = end - start;
            if (length > 0 && text[end - 1] == '\r')
                length--;
            if (length > 0)
                yield return (start, System.Math.Min(length, LongestLine));
            start = end + 1;
        }
    }

    /// <summary>Settings and variables: the value may stand without quotes.</summary>
    public static IEnumerable<NamedSpan> Assignments(string text) => Find(text, mayBeBare: true);

    /// <summary>Programs: the value is a literal in quotes.</summary>
    public static IEnumerable<NamedSpan> QuotedAssignments(string text) => Find(text, mayBeBare: false);

    private static IEnumerable<NamedSpan> Find(string text, bool mayBeBare)
    {
        foreach (var (start, length) in Lines(text))
        {
            var end = start + length;
            var first = start;
            while (first < end && char.IsWhiteSpace(text[first]))
                first++;
            if (first == end || text[first] is '#' or ';' || (text[first] == '/' && first + 1 < end && text[first + 1] == '/'))
                continue;

            for (var at = first; at < end; at++)
            {
                if (text[at] is not ('=' or ':') || Name(text, start, at) is not { } name)
                    continue;
                var value = at + 1;
                // :=, ==, => and friends: one operator.
                while (value < end && text[value] is '=' or '>' or ' ' or '\t')
                    value++;
                if (value >= end)
                    break;
                if (text[value] is '"' or '\'' or '`')
                {
                    var close = text.IndexOf(text[value], value + 1, end - value - 1);
                    if (close < 0)
                        break;
                    yield return new(name, value + 1, close - value - 1);
                    at = close;
                }
                else if (mayBeBare && text[at] == '=' && text[value] is not ('$' or '('))
                {
                    var bare = value;
                    while (bare < end && !char.IsWhiteSpace(text[bare]))
                        bare++;
                    yield return new(name, value, bare - value);
                    at = bare;
                }
            }
        }
    }

    // The name before an operator: letters, digits and what joins them, in quotes or not.
    private static string? Name(string text, int lineStart, int end)
    {
        while (end > lineStart && text[end - 1] is ' ' or '\t' or ':' or '"' or '\'' or ']' or '?' or '!')
            end--;
        var start = end;
        while (start > lineStart && end - start < 200 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '.'))
            start--;
        return end - start < 2 ? null : text.Substring(start, end - start);
    }
}
