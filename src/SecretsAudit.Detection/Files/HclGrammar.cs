using System;
using System.Collections.Generic;

namespace SecretsAudit.Detection.Files;

/// <summary>
/// Terraform and HCL: assignments of literals, and where the name stands elsewhere: the <c>default</c> of a <c>variable "db_password"</c>, the
/// <c>value</c> behind a <c>name</c>, and the variables that a script in a heredoc sets.
/// </summary>
internal static class HclGrammar
{
    public static IEnumerable<NamedSpan> Pairs(string text)
    {
        foreach (var pair in LineGrammar.QuotedAssignments(text))
            yield return pair;

        (int Start, int Length) variable = default, pending = default;
        (int Start, int Length) mark = default;
        foreach (var (start, length) in LineGrammar.Lines(text))
        {
            if (mark.Length > 0)
            {
                if (text.AsSpan(start, length).Trim().SequenceEqual(text.AsSpan(mark.Start, mark.Length)))
                    mark = default;
                else
                    foreach (var script in LineGrammar.Variables(text, start, length))
                        yield return script;
                continue;
            }

            var line = text.AsSpan(start, length);
            if (line.IndexOf("<<".AsSpan()) is >= 0 and var heredoc)
            {
                var word = start + heredoc + 2 + (line.Slice(heredoc + 2).StartsWith("-".AsSpan()) ? 1 : 0);
                mark = (word, start + length - word - (line.Length - line.TrimEnd().Length));
            }

            if (VariableName(text, start, length) is { Length: > 0 } name)
                variable = name;
            else if (line.Length > 0 && line[0] == '}')
                (variable, pending) = (default, default);

            if (variable.Length > 0 && Value(text, start, length, "default") is { Length: > 0 } value)
                yield return new(variable.Start, variable.Length, value.Start, value.Length);
            if (Value(text, start, length, "name") is { Length: > 0 } named)
            {
                pending = named;
            }
            else if (pending.Length > 0 && Value(text, start, length, "value") is { Length: > 0 } valued)
            {
                yield return new(pending.Start, pending.Length, valued.Start, valued.Length);
                pending = default;
            }
        }
    }

    // variable "db_password" {
    private static (int Start, int Length) VariableName(string text, int start, int length)
    {
        var line = text.AsSpan(start, length);
        if (!line.StartsWith("variable ".AsSpan(), StringComparison.Ordinal))
            return default;
        var open = line.IndexOf('"');
        var close = open < 0 ? -1 : line.Slice(open + 1).IndexOf('"');
        return close <= 0 ? default : (start + open + 1, close);
    }

    // default = "…", as a word of its own: also in variable "x" { default = "…" }
    private static (int Start, int Length) Value(string text, int start, int length, string key)
    {
        var line = text.AsSpan(start, length);
        var at = line.IndexOf(key.AsSpan(), StringComparison.Ordinal);
        if (at < 0 || (at > 0 && line[at - 1] is not (' ' or '\t' or '{')))
            return default;
        var rest = at + key.Length;
        while (rest < length && line[rest] is ' ' or '\t')
            rest++;
        if (rest >= length || line[rest] != '=')
            return default;
        rest++;
        while (rest < length && line[rest] is ' ' or '\t')
            rest++;
        if (rest >= length || line[rest] != '"')
            return default;
        var close = line.Slice(rest + 1).IndexOf('"');
        return close <= 0 ? default : (start + rest + 1, close);
    }
}
