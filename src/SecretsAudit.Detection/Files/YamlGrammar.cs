using System;
using System.Collections.Generic;

namespace SecretsAudit.Detection.Files;

/// <summary>Keys and scalars of YAML, line by line: mappings, <c>NAME=value</c> items, and the <c>name:</c>/<c>value:</c> pairs of Kubernetes.</summary>
internal static class YamlGrammar
{
    private static readonly string[] SplitKeys = ["name", "Name", "key", "variable", "ParameterKey"];

    private static readonly string[] SplitValues = ["value", "Value", "default", "Default", "defaultValue", "ParameterValue"];

    public static IEnumerable<NamedSpan> Pairs(string text)
    {
        (int Start, int Length) pending = default, above = default;
        var aboveIndent = 0;
        var examples = ApiDescriptions.Is(text) ? new ApiDescriptions.Examples() : null;
        foreach (var (lineStart, lineLength) in LineGrammar.Lines(text))
        {
            if (examples is not null && examples.Has(text.AsSpan(lineStart, lineLength)))
                continue;
            if (Pair(text, lineStart, lineLength) is not { } pair)
            {
                foreach (var member in YamlFlow.Members(text, YamlFlow.BehindDash(text, lineStart, lineStart + lineLength), lineStart + lineLength))
                    yield return member;
                // A line of a script: "docker run --env NAME=value".
                foreach (var variable in LineGrammar.Variables(text, lineStart, lineLength))
                    yield return variable;
                continue;
            }

            // - name: DB_PASSWORD
            //   value: …
            var name = text.AsSpan(pair.Name.Start, pair.Name.Length);
            if (IsOneOf(name, SplitKeys) && pair.Length is > 0 and < 200)
            {
                pending = (pair.Start, pair.Length);
                continue;
            }

            var indent = pair.Name.Start - lineStart;
            var isValue = IsOneOf(name, SplitValues);
            if (isValue && pending.Length > 0)
            {
                yield return new(pending.Start, pending.Length, pair.Start, pair.Length);
                pending = default;
                continue;
            }

            // DbPassword:
            //   Type: String
            //   Default: …
            if (isValue && pair.Length > 0 && above.Length > 0 && indent > aboveIndent)
            {
                yield return new(above.Start, above.Length, pair.Start, pair.Length);
                continue;
            }

            if (!isValue && !name.SequenceEqual("valueFrom".AsSpan()))
                pending = default;
            if (pair.Length == 0 || indent <= aboveIndent)
                (above, aboveIndent) = pair.Length == 0 ? (pair.Name, indent) : (default, 0);
            if (pair.Length == 0)
            {
                foreach (var member in YamlFlow.Members(text, pair.Start, lineStart + lineLength))
                    yield return member;
                foreach (var flag in YamlFlow.Flags(text, pair.Start, lineStart + lineLength))
                    yield return flag;
                continue;
            }

            // jwt:
            //   secret: …
            yield return above.Length > 0 && indent > aboveIndent && name.SequenceEqual("secret".AsSpan())
                ? new(pair.Name.Start, pair.Name.Length, pair.Start, pair.Length, above.Start, above.Length)
                : pair;
            // command: server --requirepass …; mysql_user: user=app password=…
            if (text.IndexOf("--", pair.Start, pair.Length, StringComparison.Ordinal) < 0 && text.IndexOf('=', pair.Start, pair.Length) < 0)
                continue;
            foreach (var flag in LineGrammar.Variables(text, pair.Start, pair.Length))
                yield return flag;
        }
    }

    /// <summary>Whether a key is one of several.</summary>
    internal static bool IsOneOf(ReadOnlySpan<char> name, string[] keys)
    {
        foreach (var key in keys)
        {
            if (name.SequenceEqual(key.AsSpan()))
                return true;
        }

        return false;
    }

    /// <summary>A key and its scalar, in a line or in a part of one; null when there is none.</summary>
    internal static NamedSpan? Pair(string text, int start, int length)
    {
        var end = start + length;
        while (start < end && (text[start] is ' ' or '\t' || (text[start] == '-' && start + 1 < end && text[start + 1] == ' ')))
            start++;
        if (start >= end || text[start] is '#' or '{' or '}' or '[' or '|' or '>' or '&' or '*' or '!')
            return null;

        var quote = text[start] is '"' or '\'' ? text[start] : '\0';
        var keyStart = quote == '\0' ? start : start + 1;
        var colon = -1;
        for (var at = keyStart; at < end; at++)
        {
            // - NAME=value, the list form of a compose file's environment
            if (text[at] == '=' && colon < 0 && IsVariable(text, keyStart, at))
                return Scalar(text, keyStart, at, at + 1, quote == '\0' ? end : LastQuote(text, at, end, quote), isWhole: false);
            if (text[at] == ':' && (at + 1 == end || text[at + 1] is ' ' or '\t'))
            {
                colon = at;
                break;
            }
        }

        // -H 'X-Api-Key: …': a line of a script, too.
        if (colon < 0 || (quote == '\0' && (text[start] == '-' || IsProse(text.AsSpan(keyStart, colon - keyStart)))))
            return null;
        var keyEnd = quote != '\0' && colon > keyStart && text[colon - 1] == quote ? colon - 1 : colon;
        return Scalar(text, keyStart, keyEnd, colon + 1, end);
    }

    // "The host which changes the password (default: localhost)": a line of a description.
    private static bool IsProse(ReadOnlySpan<char> key)
    {
        const int MostSpaces = 3;
        var spaces = 0;
        foreach (var c in key)
            spaces += c == ' ' ? 1 : 0;
        return spaces > MostSpaces;
    }

    private static NamedSpan? Scalar(string text, int keyStart, int keyEnd, int valueStart, int end, bool isWhole = true)
    {
        if (keyEnd - keyStart is < 1 or > 200)
            return null;
        while (keyEnd > keyStart && char.IsWhiteSpace(text[keyEnd - 1]))
            keyEnd--;
        while (valueStart < end && text[valueStart] is ' ' or '\t')
            valueStart++;
        // An anchor or a tag before the value: &password …, !!str …
        if (isWhole && valueStart < end && text[valueStart] is '&' or '!')
        {
            var space = text.IndexOf(' ', valueStart, end - valueStart);
            if (space > 0 && (text[valueStart] == '&' || text.AsSpan(valueStart, space - valueStart).SequenceEqual("!!str".AsSpan())))
                valueStart = space + 1;
        }

        if (valueStart >= end || (isWhole && text[valueStart] == '#'))
            return new(keyStart, keyEnd - keyStart, valueStart, 0);
        if (text[valueStart] is '"' or '\'')
        {
            var close = text.IndexOf(text[valueStart], valueStart + 1, end - valueStart - 1);
            return close < 0 ? null : new(keyStart, keyEnd - keyStart, valueStart + 1, close - valueStart - 1);
        }

        // Block scalars, anchors, tags and flow collections hold no plain value of this key; inside a scalar their marks are characters as others.
        if (isWhole && text[valueStart] is '|' or '>' or '{' or '[' or '*' or '!' or '&')
            return new(keyStart, keyEnd - keyStart, valueStart, 0);
        var comment = text.IndexOf(" #", valueStart, end - valueStart, StringComparison.Ordinal);
        var valueEnd = comment >= 0 ? comment : end;
        // 'password': database_password, – a member of an expression, over several lines; its last one ends with the expression.
        if (isWhole && text[keyEnd] is '"' or '\'' && (text[valueEnd - 1] == ',' || text.IndexOf("} }", valueStart, valueEnd - valueStart, StringComparison.Ordinal) > 0))
            return new(keyStart, keyEnd - keyStart, valueStart, 0);
        while (valueEnd > valueStart && char.IsWhiteSpace(text[valueEnd - 1]))
            valueEnd--;
        return new(keyStart, keyEnd - keyStart, valueStart, valueEnd - valueStart);
    }

    private static int LastQuote(string text, int from, int end, char quote) => text.LastIndexOf(quote, end - 1, end - from) is > 0 and var last ? last : end;

    private static bool IsVariable(string text, int start, int end)
    {
        if (end - start is < 2 or > 200)
            return false;
        for (var at = start; at < end; at++)
        {
            if (!char.IsLetterOrDigit(text[at]) && text[at] is not ('_' or '.' or '-' or ':'))
                return false;
        }

        return true;
    }
}
