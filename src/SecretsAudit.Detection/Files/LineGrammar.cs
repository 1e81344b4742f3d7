using System;
using System.Collections.Generic;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Files;

/// <summary>Assignments, a line each: <c>NAME=value</c> of variables and settings, <c>name = "value"</c> of programs, <c>set("name", "value")</c>.</summary>
internal static class LineGrammar
{
    private const int LongestLine = 20_000;
    private const int LongestName = 200;
    private const int MostBetween = 64;

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

    /// <summary>The variables and flags that a command is given, inside a file of another grammar: <c>run --env NAME=value --password value</c>.</summary>
    public static IEnumerable<NamedSpan> Variables(string text, int start, int length)
    {
        foreach (var pair in FindInLine(text, start, length, BareValue.AfterEquals))
        {
            var name = text.AsSpan(pair.Name.Start, pair.Name.Length);
            if (name[0] == '-' || (pair.Start > 0 && text[pair.Start - 1] == '=' && ValueShape.IsVariableName(name)))
                yield return pair;
        }
    }

    /// <summary>As <see cref="QuotedAssignments"/>, in one line.</summary>
    public static IEnumerable<NamedSpan> QuotedInLine(string text, int start, int length) => FindInLine(text, start, Math.Min(length, LongestLine), BareValue.None);

    /// <summary>Programs: the value is a literal in quotes.</summary>
    public static IEnumerable<NamedSpan> QuotedAssignments(string text) => Find(text, BareValue.None);

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

    private enum BareValue
    {
        None,
        ToSpace,
        AfterEquals,
        ToMark,
    }

    private static IEnumerable<NamedSpan> Find(string text, BareValue bare)
    {
        // Only lines that have letters of a credential's name in them are read.
        for (var stem = CredentialStems.Next(text.AsSpan(), 0); stem >= 0;)
        {
            var start = stem == 0 ? 0 : text.LastIndexOf('\n', stem - 1) + 1;
            var end = text.IndexOf('\n', stem);
            if (end < 0)
                end = text.Length;
            var length = end > start && text[end - 1] == '\r' ? end - start - 1 : end - start;
            foreach (var pair in FindInLine(text, start, Math.Min(length, LongestLine), bare))
                yield return pair;
            stem = end < text.Length ? CredentialStems.Next(text.AsSpan(), end) : -1;
        }
    }

    private static IEnumerable<NamedSpan> FindInLine(string text, int start, int length, BareValue bare)
    {
        var end = start + length;
        var first = start;
        while (first < end && char.IsWhiteSpace(text[first]))
            first++;
        if (first == end || (bare != BareValue.ToMark && IsComment(text, first, end)) || (bare == BareValue.None && text.AsSpan(first, end - first).IndexOfAny('"', '\'', '`') < 0))
            yield break;

        for (var at = first; at < end; at++)
        {
            var name = text[at] is '=' or ':' or ',' || (text[at] is ' ' or '\t' && at > first && text[at - 1] is not (' ' or '\t') && (bare == BareValue.ToMark || IsFlag(text, first, at))) ? NameBefore(text, start, at, bare) : default;
            if (name.Length == 0)
                continue;
            var value = at + 1;
            // :=, ==, => and friends: one operator. In prose a dash stands for it too.
            while (value < end && (text[value] is '=' or '>' or ' ' or '\t' || (bare == BareValue.ToMark && text[value] is '-' or ':' && value + 1 < end && text[value + 1] is ' ' or '=')))
                value++;
            // Inside a literal: \"name\": \"value\".
            while (value < end - 1 && text[value] == '\\' && text[value + 1] is '\\' or '"')
                value++;
            if (value >= end)
                break;
            if (text[value] is '"' or '\'' or '`' or '“')
            {
                // Inside a literal the quotes may be doubled: ""name"": ""value"".
                if (text[value] == '"' && value + 2 < end && text[value + 1] == '"' && (char.IsLetterOrDigit(text[value + 2]) || text[value + 2] is '$' or '+' or '/'))
                    value++;
                var close = text.IndexOf(text[value] == '“' ? '”' : text[value], value + 1, end - value - 1);
                if (close < 0)
                    break;
                var inner = close - value - 1;
                while (inner > 0 && text[value - 1] == '\\' && text[value + inner] == '\\')
                    inner--;
                yield return new(name.Start, name.Length, value + 1, inner, isAssigned: bare == BareValue.ToMark && text.AsSpan(at, value - at).IndexOfAny('=', ':') >= 0);
                // In loose text any word may stand before a literal that has names of its own: curl "https://host/?key=value".
                at = bare == BareValue.ToMark ? value : close;
            }
            else if (MayBeBare(text, at, value, bare))
            {
                var last = value;
                while (last < end && !char.IsWhiteSpace(text[last]) && !IsNextOfForm(text, last, end) && (bare != BareValue.ToMark || !IsClosing(text, last, end)))
                    last++;
                if (!IsCall(text, value, last < end && text[last] == ')' ? last + 1 : last) && !(text[name.Start] == '-' && IsTold(text, at, value, last)))
                    yield return new(name.Start, name.Length, value, last - value, isAssigned: bare == BareValue.ToMark && value == at + 1 && text[at] == '=' && name.Start == first && IsAlone(text, last, end));
                // The value may itself be the next name: "using key=value", "--set key=value".
                at = bare == BareValue.ToMark || (text[name.Start] == '-' && text.IndexOf('=', value, last - value) > value) ? value - 1 : last;
            }
        }
    }

    // Nothing but a comment behind it.
    private static bool IsAlone(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t')
            at++;
        return at == end || text[at] == '#';
    }

    // "--admin-password w4Nf…", "-storepass …": a command's flag, of which the name is more than a letter.
    private static bool IsFlag(string text, int first, int end)
    {
        var start = end;
        while (start > first && end - start < LongestName && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-'))
            start--;
        return end - start > 4 && text[start] == '-' && (start == first || text[start - 1] is ' ' or '\t');
    }

    private static bool IsComment(string text, int at, int end) => text[at] is '#' or ';' || (text[at] == '/' && at + 1 < end && text[at + 1] == '/');

    private static bool MayBeBare(string text, int separator, int value, BareValue bare) => bare switch
    {
        BareValue.None => false,
        BareValue.AfterEquals => text[separator] is '=' or ' ' && text[value] is not ('-' or '\\' or '&' or '>' or '<' or '|' or ';') && !IsComputed(text, value),
        // A colon is a setting's when a space follows: "key: value"; without one it is a path's or a port's.
        BareValue.ToSpace => text[separator] is '=' or ' ' ? !IsComputed(text, value) && (text[separator] == '=' || text[value] is not ('-' or '\\')) : text[separator] == ':' && value > separator + 1 && !IsComputed(text, value) && text[value] is not ('{' or '[' or '/'),
        _ => text[separator] != ',' && text[value] is not ('$' or '(' or '{' or '['),
    };

    // A reference may bring a default along: ${NAME:-value}.
    private static bool IsComputed(string text, int value) => text[value] == '(' || (text[value] == '$' && (value + 1 == text.Length || text[value + 1] != '{'));

    // get_secret("x"), Read-Host(), os.getenv('X'): what stands without quotes and calls is no value.
    private static bool IsCall(string text, int start, int end)
    {
        // ConvertTo-SecureString, Get-Secret
        if (IsCmdlet(text.AsSpan(start, end - start)))
            return true;
        var open = text.IndexOf('(', start, end - start);
        return open > start && open + 1 <= end && (open + 1 == end || text[open + 1] is '"' or '\'' or ')' || text[end - 1] == ')' && (char.IsLetter(text[open + 1]) || text[open + 1] == '$'));
    }

    private static bool IsCmdlet(ReadOnlySpan<char> word)
    {
        var hyphen = word.IndexOf('-');
        if (hyphen < 2 || hyphen + 2 >= word.Length || !char.IsUpper(word[0]) || !char.IsUpper(word[hyphen + 1]))
            return false;
        foreach (var c in word)
        {
            if (!char.IsLetter(c) && c != '-')
                return false;
        }

        return char.IsLower(word[1]) && char.IsLower(word[hyphen + 2]);
    }

    private static bool IsType(ReadOnlySpan<char> word) => word.SequenceEqual("string".AsSpan()) || word.SequenceEqual("String".AsSpan()) || word.SequenceEqual("str".AsSpan());

    // "Smtp:Password" may lead up to the name, and "https://host/token" may not.
    private static bool IsWholeLiteral(string text, int lineStart, int start)
    {
        while (start > lineStart && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is ':' or '_' or '-' or '.' or ' '))
            start--;
        return start > lineStart && text[start - 1] is '"' or '\'';
    }

    // The mark before a literal's opening quote.
    private static char BeforeQuote(string text, int lineStart, int quote)
    {
        while (quote > lineStart && text[quote - 1] is ' ' or '\t')
            quote--;
        return quote > lineStart ? text[quote - 1] : '\n';
    }

    // A link's text ends before its address: [the secret module](…).
    private static bool IsClosing(string text, int at, int end) =>
        text[at] is '"' or '\'' or '`' or '<' or '>' or ',' or ';' or '\\' or '&' or ')' or '}' or '|' || (text[at] == ']' && at + 1 < end && text[at + 1] == '(');

    // The next pair of a form: grant_type=password&client_secret=…
    private static bool IsNextOfForm(string text, int at, int end)
    {
        if (text[at] != '&')
            return false;
        var name = at + 1;
        while (name < end && (char.IsLetterOrDigit(text[name]) || text[name] is '_' or '-' or '.'))
            name++;
        return name > at + 1 && name < end && text[name] == '=';
    }

    // "--feed-credential      This parameter is …", "… with the --api-key parameter.": a flag is told of, not given.
    private static bool IsTold(string text, int separator, int value, int last)
    {
        if (text[separator] is not (' ' or '\t'))
            return false;
        var word = text.AsSpan(value, last - value).TrimEnd("\"'".AsSpan());
        if (value > separator + 2 || word.Length < 2 || word[word.Length - 1] is not ('.' or ','))
            return value > separator + 2;
        foreach (var c in word.Slice(0, word.Length - 1))
        {
            if (!char.IsLetter(c))
                return false;
        }

        return true;
    }

    // The name before an operator: letters, digits and what joins them, in quotes or not. Before a comma it is a literal in quotes.
    private static (int Start, int Length) NameBefore(string text, int lineStart, int at, BareValue bare)
    {
        var end = at;
        while (end > lineStart && at - end < MostBetween && text[end - 1] is ' ' or '\t' or ':' or '"' or '\'' or ']' or '?' or '!' or '+' or '`' or '\\')
            end--;
        if (text[at] == ',' && (end == at || text[at - 1] is not ('"' or '\'')))
            return default;
        var start = end;
        while (start > lineStart && end - start < LongestName && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '.'))
            start--;
        // ('PW', 'Palau'), var Pw="…": two letters are a country, or what a minifier made.
        if (end - start < 2 || (end - start == 2 && (text[at] == ',' || char.IsUpper(text[start]) && char.IsLower(text[start + 1]))) || (text[at] == ',' && !IsWholeLiteral(text, lineStart, start)))
            return default;
        // "The password is '…'."
        if (bare == BareValue.ToMark && end - start == 2 && text.AsSpan(start, 2).SequenceEqual("is".AsSpan()) && start > lineStart + 1 && text[start - 1] == ' ')
        {
            end = start - 1;
            for (start = end; start > lineStart && end - start < LongestName && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-');)
                start--;
            return (start, end - start);
        }

        // var token string = "…", let token: String = "…": the name stands before its type.
        if (IsType(text.AsSpan(start, end - start)))
        {
            var before = start;
            while (before > lineStart && start - before < MostBetween && text[before - 1] is ' ' or ':' or '&' or '?')
                before--;
            end = before;
            while (before > lineStart && end - before < LongestName && (char.IsLetterOrDigit(text[before - 1]) || text[before - 1] == '_'))
                before--;
            if (end - before < 2 || end == start)
                return default;
            start = before;
        }

        // ('US', 'PW', 'Palau'), ["password", "2fa"]: members of a list; a call's name stands first.
        if (text[at] == ',' && start > lineStart + 1 && BeforeQuote(text, lineStart, start - 1) is ',' or '[')
            return default;
        // "airship key = …": which key it is, the word before says.
        if (bare == BareValue.ToMark && end - start <= 4 && start > lineStart + 1 && text[start - 1] is ' ' or '\t')
        {
            start--;
            while (start > lineStart && at - start < LongestName && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-'))
                start--;
        }

        return (start, end - start);
    }
}
