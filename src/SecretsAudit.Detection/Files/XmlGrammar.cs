using System;
using System.Collections.Generic;

namespace SecretsAudit.Detection.Files;

/// <summary>Attributes and elements of XML, well formed or not: <c>key="…" value="…"</c>, <c>password="…"</c>, <c>&lt;Password&gt;…&lt;/Password&gt;</c>.</summary>
internal static class XmlGrammar
{
    private const int LongestAssignment = 1000;

    public static IEnumerable<NamedSpan> Pairs(string text)
    {
        var at = 0;
        (int Start, int Length) named = default, around = default;
        while (at < text.Length)
        {
            var open = text.IndexOf('<', at);
            if (open < 0)
                yield break;
            if (string.CompareOrdinal(text, open, "<!--", 0, 4) == 0)
            {
                var end = text.IndexOf("-->", open + 4, StringComparison.Ordinal);
                at = end < 0 ? text.Length : end + 3;
                continue;
            }

            var close = EndOfTag(text, open);
            var element = ElementName(text, open + 1) - open - 1;
            foreach (var pair in Attributes(text, open + 1 + element, close))
                yield return pair;

            at = Math.Min(close + 1, text.Length);
            if (element > 0 && close < text.Length && text[close - 1] != '/' && text[open + 1] is not ('/' or '?' or '!'))
            {
                // <string name="api_key">…</string>, <setting name="Password"><value>…</value></setting>
                var isValue = Is(text, (open + 1, element), "value", "string");
                if (NameAttribute(text, open + 1 + element, close) is { Length: > 0 } name)
                    named = name;
                else if (!isValue)
                    named = default;
                var next = text.IndexOf('<', at);
                // <key>Password</key><string>…</string> of property lists, <name>…</name><value>…</value> of Hadoop.
                if (element is 3 or 4 && next > at && next - at < 200 && Is(text, (open + 1, element), "key", "name"))
                    named = Trimmed(text, at, next);
                if (next > at && next + 1 < text.Length && text[next + 1] == '/')
                {
                    // <masterKey><value>…</value></masterKey>: without a name of its own it is of the element around it.
                    var owner = named.Length > 0 ? named : around;
                    yield return isValue && owner.Length > 0 ? new(owner.Start, owner.Length, at, next - at) : new(open + 1, element, at, next - at);
                    // <variable>DB_PASSWORD=…</variable>
                    if (next - at < LongestAssignment && text.IndexOf('=', at, next - at) > 0)
                    {
                        foreach (var pair in LineGrammar.Variables(text, at, next - at))
                            yield return pair;
                    }
                }
                else
                {
                    around = (open + 1, element);
                }
            }
        }
    }

    private static IEnumerable<NamedSpan> Attributes(string text, int from, int to)
    {
        (int Start, int Length) key = default;
        for (var at = from; at < to; at++)
        {
            if (text[at] != '=')
                continue;
            var start = at;
            while (start > from && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '.' or ':'))
                start--;
            var value = at + 1;
            while (value < to && char.IsWhiteSpace(text[value]))
                value++;
            if (value >= to || text[value] is not ('"' or '\'') || start == at)
                continue;
            var close = text.IndexOf(text[value], value + 1, to - value - 1);
            if (close < 0)
                yield break;

            var name = (Start: start, Length: at - start);
            if (Is(text, name, "key", "name") && close - value - 1 is > 0 and < 200)
                key = (value + 1, close - value - 1);
            else if (key.Length > 0 && Is(text, name, "value", "connectionString"))
                yield return new(key.Start, key.Length, value + 1, close - value - 1);
            else
                yield return new(name.Start, name.Length, value + 1, close - value - 1);
            at = close;
        }
    }

    private static (int Start, int Length) Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return (start, end - start);
    }

    // The name that an element bears, when no value stands beside it.
    private static (int Start, int Length) NameAttribute(string text, int from, int to)
    {
        var tag = text.AsSpan(from, to - from);
        var at = tag.IndexOf(" name=\"".AsSpan(), StringComparison.Ordinal);
        if (at < 0 || tag.IndexOf(" value=".AsSpan(), StringComparison.Ordinal) >= 0)
            return default;
        var start = at + " name=\"".Length;
        var length = tag.Slice(start).IndexOf('"');
        return length is > 0 and < 200 ? (from + start, length) : default;
    }

    private static bool Is(string text, (int Start, int Length) name, string one, string other)
    {
        var span = text.AsSpan(name.Start, name.Length);
        return span.Equals(one.AsSpan(), StringComparison.OrdinalIgnoreCase) || span.Equals(other.AsSpan(), StringComparison.OrdinalIgnoreCase);
    }

    private static int EndOfTag(string text, int open)
    {
        var quote = '\0';
        for (var at = open + 1; at < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0')
            {
                if (c == quote)
                    quote = '\0';
            }
            else if (c == '>')
            {
                return at;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
        }

        return text.Length;
    }

    private static int ElementName(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < 200 && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.' or ':'))
            end++;
        return end;
    }
}
