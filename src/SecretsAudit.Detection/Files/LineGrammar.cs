using System;
using System.Collections.Generic;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Files;

/// <summary>Assignments, a line each: <c>NAME=value</c> of variables and settings, <c>name = "value"</c> of programs, <c>set("name", "value")</c>.</summary>
internal static class LineGrammar
{
    private const int LongestLine = 20_000;

    // What has longer ones was put together by a machine: its names are one letter each, and what they are assigned is no literal of a person's.
    private const int LongestStatement = 5_000;

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
                yield return (start, Math.Min(length, LongestLine));
            start = end + 1;
        }
    }

    /// <summary>Settings and variables: the value may stand without quotes, and runs to the next space.</summary>
    public static IEnumerable<NamedSpan> Assignments(string text) => Find(text, BareValue.ToSpace);

    /// <summary>Commands: as settings, but a colon belongs to a sentence.</summary>
    public static IEnumerable<NamedSpan> ShellAssignments(string text) => Find(text, BareValue.AfterEquals);

    /// <summary>The variables, flags and headers that a command is given, inside a file of another grammar: <c>run --env NAME=value --password value</c>.</summary>
    public static IEnumerable<NamedSpan> Variables(string text, int start, int length)
    {
        foreach (var pair in FindInLine(text, start, length, BareValue.AfterEquals))
        {
            var name = text.AsSpan(pair.Name.Start, pair.Name.Length);
            if (name[0] == '-' || LineValues.IsHeader(text, start, pair.Name.Start) || (pair.Start > 0 && text[pair.Start - 1] == '=' && (SelfNames.IsVariableName(name) || IsArgument(text, start, pair.Name.Start))))
                yield return pair;
        }
    }

    // user=app password=…: arguments of a task, one behind the other.
    private static bool IsArgument(string text, int start, int name)
    {
        if (name < start + 3 || text[name - 1] != ' ')
            return false;
        var before = text.AsSpan(start, name - 1 - start);
        var word = before.Slice(before.LastIndexOf(' ') + 1);
        var equals = word.IndexOf('=');
        return equals > 0 && equals < word.Length - 1 && char.IsLetter(word[0]) && word.IndexOfAny("\"'$();".AsSpan()) < 0;
    }

    /// <summary>As <see cref="QuotedAssignments"/>, in one line.</summary>
    public static IEnumerable<NamedSpan> QuotedInLine(string text, int start, int length) => FindInLine(text, start, Math.Min(length, LongestLine), BareValue.None);

    /// <summary>Programs: the value is a literal in quotes.</summary>
    public static IEnumerable<NamedSpan> QuotedAssignments(string text) => Find(text, BareValue.None);

    /// <summary>Pipelines in Groovy: literals, and the variables that a literal or a script inside of one sets: <c>withEnv(['NAME=value'])</c>.</summary>
    public static IEnumerable<NamedSpan> PipelineAssignments(string text)
    {
        foreach (var pair in QuotedAssignments(text))
            yield return pair;
        foreach (var (start, length) in Lines(text))
        {
            if (CredentialStems.Next(text.AsSpan(start, length), 0) < 0)
                continue;
            foreach (var pair in Variables(text, start, length))
                yield return pair;
        }
    }

    /// <summary>Text of no known grammar: logs, notes, mails, with the elements of markup in them. Comments count, and a bare value ends at any mark that may close it.</summary>
    public static IEnumerable<NamedSpan> LooseAssignments(string text)
    {
        foreach (var pair in Find(text, BareValue.ToMark))
            yield return pair;
        if (text.IndexOf("</", StringComparison.Ordinal) < 0 && text.IndexOf("/>", StringComparison.Ordinal) < 0)
            yield break;
        foreach (var pair in XmlGrammar.Pairs(text))
            yield return pair;
    }

    private static IEnumerable<NamedSpan> Find(string text, BareValue bare)
    {
        var comments = bare == BareValue.None ? new BlockComments(text) : null;
        // Only lines that have letters of a credential's name in them are read.
        for (var stem = CredentialStems.Next(text.AsSpan(), 0); stem >= 0;)
        {
            var start = stem == 0 ? 0 : text.LastIndexOf('\n', stem - 1) + 1;
            var end = text.IndexOf('\n', stem);
            if (end < 0)
                end = text.Length;
            var length = end > start && text[end - 1] == '\r' ? end - start - 1 : end - start;
            if (bare != BareValue.None || length <= LongestStatement)
            {
                foreach (var pair in FindInLine(text, start, Math.Min(length, LongestLine), bare))
                {
                    if (comments?.Has(start) != true)
                        yield return pair;
                }
            }

            stem = end < text.Length ? CredentialStems.Next(text.AsSpan(), end) : -1;
        }
    }

    private static IEnumerable<NamedSpan> FindInLine(string text, int start, int length, BareValue bare)
    {
        var end = start + length;
        var first = start;
        while (first < end && char.IsWhiteSpace(text[first]))
            first++;
        if (first == end || (bare != BareValue.ToMark && IsComment(text, first, end, bare)) || (bare == BareValue.None && text.AsSpan(first, end - first).IndexOfAny('"', '\'', '`') < 0))
            yield break;

        for (var at = first; at < end; at++)
        {
            var name = text[at] is '=' or ':' or ',' || (at > first && text[at] is '-' or ' ' && text[at - 1] is '"' or ' ' && LineNames.IsPairing(text, at, end)) || (text[at] is ' ' or '\t' && at > first && text[at - 1] is not (' ' or '\t') && (bare == BareValue.ToMark || LineNames.IsFlag(text, first, at) || (bare == BareValue.None && LineNames.IsStatement(text, first, at, end)))) ? LineNames.NameBefore(text, start, at, bare) : default;
            if (name.Length == 0)
                continue;
            if (LineNames.IsAsked(text, first, name.Start))
                yield break;
            var value = at + 1;
            // :=, ==, => and friends: one operator. In prose a dash stands for it too.
            if (text[at] == ' ' && text[at - 1] == '"' && LineNames.IsPairing(text, at, end))
                value += "to".Length;
            while (value < end && (text[value] is '=' or '>' or ' ' or '\t' || (bare == BareValue.ToMark && text[value] is '-' or ':' && value + 1 < end && text[value + 1] is ' ' or '=')))
                value++;
            // Inside a literal: \"name\": \"value\".
            while (value < end - 1 && text[value] == '\\' && text[value + 1] is '\\' or '"')
                value++;
            if (value >= end)
                break;
            if (bare is BareValue.None or BareValue.ToMark)
                value += LineValues.MarkOfLiteral(text, value, end);
            if (text[value] is '"' or '\'' or '`' or '“')
            {
                // Inside a literal the quotes may be doubled: ""name"": ""value"".
                if (text[value] == '"' && value + 2 < end && text[value + 1] == '"' && (char.IsLetterOrDigit(text[value + 2]) || text[value + 2] is '$' or '+' or '/'))
                    value++;
                // A literal that holds quotes of its own: '"…"', "\"…\"".
                if (value + 3 < end && text[value + 1] == '\\' && text[value + 2] == '"' && text[value] == '"')
                    value += 2;
                // A quote that PowerShell escapes: `"…`".
                else if (text[value] is '\'' or '`' && value + 2 < end && text[value + 1] == '"')
                    value++;
                // v-auth="'menu:add'", v-auth="'/menu/add'"
                else if (text[value] == '"' && value + 3 < end && text[value + 1] == '\'' && (char.IsLetterOrDigit(text[value + 2]) || text[value + 2] == '/') && text.IndexOf("'\"", value + 3, end - value - 3, StringComparison.Ordinal) > 0)
                    value++;
                var close = text.IndexOf(text[value] == '“' ? '”' : text[value], value + 1, end - value - 1);
                if (close < 0)
                    break;
                var inner = close - value - 1;
                while (inner > 0 && text[value - 1] == '\\' && text[value + inner] == '\\')
                    inner--;
                // Html.BeginForm("SetPassword", "Manage", …): an action and its controller.
                if (text[at] != ',' || !(IsCapitalisedWord(text.AsSpan(value + 1, inner)) || LineNames.IsOfList(text, start, name.Start, close, end)))
                    yield return new(name.Start, name.Length, value + 1, inner, isAssigned: bare == BareValue.ToMark && text.AsSpan(at, value - at).IndexOfAny('=', ':') >= 0);
                // In loose text any word may stand before a literal that has names of its own: curl "https://host/?key=value".
                at = bare == BareValue.ToMark ? value : close;
            }
            else if (bare == BareValue.None && LineValues.Fallback(text, value, end) is { Length: > 0 } fallback)
            {
                yield return new(name.Start, name.Length, fallback.Start, fallback.Length);
                at = fallback.Start + fallback.Length;
            }
            else if (text[at] == ':' && bare is BareValue.AfterEquals or BareValue.ToSpace && LineValues.IsHeader(text, start, name.Start) && text.IndexOf(text[name.Start - 1], value, end - value) is > 0 and var quote)
            {
                yield return new(name.Start, name.Length, value, quote - value);
                at = quote;
            }
            else if (LineValues.MayBeBare(text, at, value, bare) && !(bare == BareValue.AfterEquals && LineNames.IsOfPowerShell(text, name.Start) && char.IsLetter(text[value])))
            {
                var last = value;
                var stop = LineValues.Delimiter(text, start, name.Start);
                while (last < end && text[last] != stop && !char.IsWhiteSpace(text[last]) && !LineValues.IsNextOfForm(text, last, end) && (bare != BareValue.ToMark || !LineValues.IsClosing(text, last, end)))
                    last++;
                // curl -d "user=app&password=…": the literal's quote ends with the value.
                if (last > value + 1 && text[last - 1] is '"' or '\'' && text.IndexOf(text[last - 1], value, last - 1 - value) < 0 && bare != BareValue.ToMark)
                    last--;
                if (!LineValues.IsCall(text, value, last < end && text[last] == ')' ? last + 1 : last) && !(text[name.Start] == '-' && LineValues.IsTold(text, at, value, last)))
                    yield return new(name.Start, name.Length, value, last - value, isAssigned: bare == BareValue.ToMark && value == at + 1 && text[at] == '=' && name.Start == first && LineValues.IsAlone(text, last, end));
                // The value may itself be the next name: "using key=value", "--set key=value".
                at = bare == BareValue.ToMark || (text[name.Start] == '-' && text.IndexOf('=', value, last - value) > value) ? value - 1 : last;
            }
        }
    }

    private static bool IsCapitalisedWord(ReadOnlySpan<char> value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (i == 0 ? !char.IsUpper(value[i]) : !char.IsLower(value[i]))
                return false;
        }

        return true;
    }

    private static bool IsComment(string text, int at, int end, BareValue bare) => text[at] is '#' or ';' || (bare == BareValue.None && at + 1 < end && text[at] == '-' && text[at + 1] == '-') || (at + 1 < end && ((text[at] == '/' && text[at + 1] is '/' or '*') || (text[at] == '*' && text[at + 1] == ' ')));
}
