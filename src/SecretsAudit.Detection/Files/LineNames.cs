using System;

namespace SecretsAudit.Detection.Files;

/// <summary>Names in a line: which word before an operator is what the value behind it is of.</summary>
internal static class LineNames
{
    private const int LongestName = 200;
    private const int MostBetween = 64;

    // The name before an operator: letters, digits and what joins them, in quotes or not. Before a comma it is a literal in quotes.
    public static (int Start, int Length) NameBefore(string text, int lineStart, int at, BareValue bare)
    {
        // name .= "…" of PHP: the literal is put behind what the name holds.
        var end = text[at] == '=' && at > lineStart + 1 && text[at - 1] == '.' ? at - 1 : at;
        while (end > lineStart && at - end < MostBetween && text[end - 1] is ' ' or '\t' or ':' or '"' or '\'' or ']' or '?' or '!' or '+' or '`' or '\\')
            end--;
        if (text[at] == ',' && bare == BareValue.ToSpace && IsTerm(text, lineStart, at))
            return TermName(text, lineStart, at);
        if (text[at] == ',' && (end == at || (text[at - 1] is not ('"' or '\'') && !IsBuildField(text.AsSpan(lineStart, at - lineStart)))))
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

        // isHidden ? 'password' : 'text'; type: "text" | "password" = "text"
        if (text[at] is ':' or '=' && start > lineStart + 1 && text[start - 1] is '"' or '\'' && BeforeQuote(text, lineStart, start - 1) is '?' or '|')
            return default;
        // "title": "Book of Secrets", "year": …: a value, and the next name behind it.
        if (text[at] == ',' && BeforeQuote(text, lineStart, LiteralStart(text, lineStart, start) - 1) is ':' or '>')
            return default;
        // ('US', 'PW', 'Palau'), ["password", "2fa"]: members of a list; a call's name stands first.
        if (text[at] == ',' && start > lineStart + 1 && BeforeQuote(text, lineStart, start - 1) is ',' or '[' && !IsBuildField(text.AsSpan(lineStart, start - lineStart)))
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

    /// <summary>Whether a name is a variable of PowerShell, where it is assigned: <c>$name = Get-It</c>. A word without quotes is a command there.</summary>
    public static bool IsOfPowerShell(string text, int name) => name > 0 && text[name - 1] == '$';

    /// <summary>Whether a variable of a batch file is asked of who runs it: <c>set /p name=What is shown</c>.</summary>
    /// <remarks>https://learn.microsoft.com/windows-server/administration/windows-commands/set_1</remarks>
    public static bool IsAsked(string text, int first, int name)
    {
        if (name <= first)
            return false;
        var before = text.AsSpan(first, name - first).TrimEnd(" \t\"".AsSpan());
        return before.EndsWith("/p".AsSpan(), StringComparison.OrdinalIgnoreCase) && before.Slice(0, before.Length - 2).TrimEnd().EndsWith("set".AsSpan(), StringComparison.OrdinalIgnoreCase);
    }

    // {default_pass, "…"}, {password, <<"…">>}: a term of Erlang.
    private static bool IsTerm(string text, int lineStart, int comma)
    {
        var (start, length) = TermName(text, lineStart, comma);
        return length > 1 && start > lineStart && text[start - 1] == '{' && text.AsSpan(comma + 1).TrimStart(' ') is { Length: > 0 } value && value[0] == '"';
    }

    private static (int Start, int Length) TermName(string text, int lineStart, int comma)
    {
        var start = comma;
        while (start > lineStart && comma - start < LongestName && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
            start--;
        return (start, comma - start);
    }

    // "--admin-password w4Nf…", "-storepass …": a command's flag, of which the name is more than a letter.
    public static bool IsFlag(string text, int first, int end)
    {
        var start = end;
        while (start > first && end - start < LongestName && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-'))
            start--;
        // What a header's name is, stands inside.
        return end - start > 4 && text[start] == '-' && (start == first || text[start - 1] is ' ' or '\t') && !text.AsSpan(start, end - start).SequenceEqual("--header".AsSpan());
    }

    // password "…": a statement of Gradle or Ruby, alone in its line.
    public static bool IsStatement(string text, int first, int at, int end)
    {
        if (at + 3 >= end || text[at + 1] is not ('"' or '\''))
            return false;
        for (var i = first; i < at; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] != '_')
                return false;
        }

        return NamedValue.MayNameCredential(text.AsSpan(first, at - first)) && text.AsSpan(at + 2, end - at - 2).TrimEnd().IndexOf(text[at + 1]) is > 0 and var close && text.AsSpan(at + 3 + close, end - at - 3 - close).Trim().Length == 0;
    }

    // buildConfigField 'String', 'API_KEY', '"…"'; resValue "string", "api_key", "…": the name stands behind its type.
    private static bool IsBuildField(ReadOnlySpan<char> line) => line.TrimStart() is var start && (start.StartsWith("buildConfigField".AsSpan()) || start.StartsWith("resValue".AsSpan()));

    /// <summary>Whether two literals are a pair of a map: <c>"name" -> "value"</c> of Scala, <c>"name" to "value"</c> of Kotlin.</summary>
    public static bool IsPairing(string text, int at, int end) => text[at] switch
    {
        '-' => at > 0 && at + 3 < end && text[at + 1] == '>' && text[at - 1] is '"' or ' ' && text.AsSpan(at + 2, end - at - 2).TrimStart().StartsWith("\"".AsSpan()),
        ' ' => at > 0 && text[at - 1] == '"' && text.AsSpan(at, end - at).StartsWith(" to \"".AsSpan()),
        _ => false,
    };

    /// <summary>Whether a literal before a comma, and the one behind it, are members of a list that has more: <c>{ "password", "token", "key" }</c>, or one in a line of its own.</summary>
    public static bool IsOfList(string text, int lineStart, int name, int close, int end) =>
        BeforeQuote(text, lineStart, LiteralStart(text, lineStart, name) - 1) is '\n' or '{' && text.AsSpan(close + 1, end - close - 1).TrimStart() is { Length: > 0 } rest && rest[0] == ',';

    private static bool IsType(ReadOnlySpan<char> word) => word.SequenceEqual("string".AsSpan()) || word.SequenceEqual("String".AsSpan()) || word.SequenceEqual("str".AsSpan());

    // "Smtp:Password" may lead up to the name, and "https://host/token" may not.
    private static bool IsWholeLiteral(string text, int lineStart, int start) => LiteralStart(text, lineStart, start) is var first && first > lineStart && text[first - 1] is '"' or '\'';

    private static int LiteralStart(string text, int lineStart, int start)
    {
        while (start > lineStart && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is ':' or '_' or '-' or '.' or ' '))
            start--;
        return start;
    }

    // The mark before a literal's opening quote.
    private static char BeforeQuote(string text, int lineStart, int quote)
    {
        while (quote > lineStart && text[quote - 1] is ' ' or '\t' or '\\')
            quote--;
        return quote > lineStart ? text[quote - 1] : '\n';
    }
}
