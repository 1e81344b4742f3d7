using System;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Files;

/// <summary>Values in a line that stand without quotes: where they begin and end, and when what stands there is none.</summary>
internal static class LineValues
{
    /// <summary>What ends a value inside of an editor's command: the slash of <c>sed 's/PASSWORD=old/PASSWORD=new/'</c>; a line's end when there is no such command.</summary>
    public static char Delimiter(string text, int lineStart, int name)
    {
        // s/^PASSWORD=…: from the line's beginning on.
        var before = name > lineStart && text[name - 1] == '^' ? name - 2 : name - 1;
        return before >= lineStart && text[before] is '/' or '|' or '~' && text.AsSpan(lineStart, before - lineStart).IndexOf("sed ".AsSpan()) >= 0 ? text[before] : '\n';
    }

    /// <summary>
    /// How many characters before a literal's quote say what kind it is: <c>b'…'</c> and <c>rf"…"</c> of Python, <c>N'…'</c> of SQL, <c>@"…"</c>,
    /// <c>L"…"</c>. None before one with a hole, which is no literal: <c>f"{name}-1"</c>.
    /// </summary>
    public static int MarkOfLiteral(string text, int value, int end)
    {
        var quote = value;
        while (quote < end && quote < value + 2 && text[quote] is 'b' or 'B' or 'r' or 'R' or 'f' or 'F' or 'u' or 'U' or 'N' or 'L' or '@' or '$')
            quote++;
        if (quote == end || text[quote] is not ('"' or '\''))
            return 0;
        var mark = text.AsSpan(value, quote - value);
        var literal = text.AsSpan(quote + 1, end - quote - 1);
        var isHoled = mark.IndexOfAny('f', 'F', '$') >= 0 && literal.IndexOf(text[quote]) is var close && (close < 0 ? literal : literal.Slice(0, close)).IndexOf('{') >= 0;
        return isHoled ? 0 : quote - value;
    }

    // Nothing but a comment behind it.
    public static bool IsAlone(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t')
            at++;
        return at == end || text[at] == '#';
    }

    public static bool MayBeBare(string text, int separator, int value, BareValue bare) => bare switch
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
    public static bool IsCall(string text, int start, int end)
    {
        // ConvertTo-SecureString, Get-Secret
        if (IsCmdlet(text.AsSpan(start, end - start)) || text.AsSpan(start, end - start).Equals("new-object".AsSpan(), StringComparison.OrdinalIgnoreCase))
            return true;
        // instance['password'], credentials["key"], arguments[0]
        var index = text.IndexOf('[', start, end - start);
        if (index > start && index + 1 <= end && (index + 1 == end || text[index + 1] is '\'' or '"' || IsNumber(text.AsSpan(index + 1, end - index - 1).TrimEnd(']'))) && char.IsLetter(text[start]))
            return true;
        var open = text.IndexOf('(', start, end - start);
        // Key.Parse(arguments[3], …
        if (open > start && open + 1 < end && char.IsLetter(text[open + 1]) && IsMember(text.AsSpan(start, open - start)))
            return true;
        return open > start && open + 1 <= end && (open + 1 == end || text[open + 1] is '"' or '\'' or ')' || text[end - 1] == ')' && (char.IsLetter(text[open + 1]) || text[open + 1] == '$'));
    }

    /// <summary>Whether a name is a header's that a command sends: <c>-H 'X-Api-Key: …'</c>.</summary>
    public static bool IsHeader(string text, int lineStart, int name)
    {
        if (name == lineStart || text[name - 1] is not ('\'' or '"'))
            return false;
        var before = text.AsSpan(lineStart, name - 1 - lineStart).TrimEnd(" =".AsSpan());
        return before.EndsWith("-H".AsSpan()) || before.EndsWith("--header".AsSpan());
    }

    // Key.Parse, self.client.login: names with dots between them.
    private static bool IsMember(ReadOnlySpan<char> text)
    {
        var dots = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '.' && i > 0 && text[i - 1] != '.')
                dots++;
            else if (!char.IsLetter(text[i]) && text[i] != '_' && (i == 0 || !char.IsDigit(text[i])))
                return false;
        }

        return dots > 0;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length > 0 && text.Trim("0123456789".AsSpan()).Length == 0;

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

    // A link's text ends before its address: [the secret module](…).
    public static bool IsClosing(string text, int at, int end) =>
        text[at] is '"' or '\'' or '`' or '<' or '>' or ',' or ';' or '\\' or '&' or ')' or '}' or '|' || (text[at] == ']' && at + 1 < end && text[at + 1] == '(');

    // The next pair of a form: grant_type=password&client_secret=…
    public static bool IsNextOfForm(string text, int at, int end)
    {
        if (text[at] != '&')
            return false;
        var name = at + 1;
        while (name < end && (char.IsLetterOrDigit(text[name]) || text[name] is '_' or '-' or '.'))
            name++;
        return name > at + 1 && name < end && text[name] == '=';
    }

    // "--feed-credential      This parameter is …", "… with the --api-key parameter.": a flag is told of, not given.
    public static bool IsTold(string text, int separator, int value, int last)
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

    // process.env.DB_PASSWORD || "…", os.getenv("DB_PASSWORD") or "…": what counts when the environment has none.
    public static (int Start, int Length) Fallback(string text, int value, int end)
    {
        var rest = text.AsSpan(value, end - value);
        // What comes before the literal holds none of these, and a line of many statements is not looked through for each.
        var stop = rest.IndexOfAny(",;{".AsSpan());
        var before = stop < 0 ? rest : rest.Slice(0, stop);
        foreach (var or in (ReadOnlySpan<string>)["||", "??", " or ", "?:"])
        {
            var at = before.IndexOf(or.AsSpan());
            if (at < 0 || before.Slice(0, at).IndexOf("env".AsSpan(), StringComparison.OrdinalIgnoreCase) < 0)
                continue;
            var quote = at + or.Length;
            while (quote < rest.Length && rest[quote] == ' ')
                quote++;
            if (quote == rest.Length || rest[quote] is not ('"' or '\'' or '`'))
                continue;
            var close = rest.Slice(quote + 1).IndexOf(rest[quote]);
            if (close > 0)
                return (value + quote + 1, close);
        }

        return default;
    }
}
