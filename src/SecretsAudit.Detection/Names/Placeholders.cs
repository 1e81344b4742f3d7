using System;

namespace SecretsAudit.Detection.Names;

/// <summary>Values that stand for a credential that comes from elsewhere.</summary>
internal static class Placeholders
{
    private static readonly WordSet Words = new(
        "changeme", "change-me", "change_me", "changeit", "change-it", "changethis", "change_this", "replaceme", "replace-me", "replace_me", "replace", "todo", "tbd", "fixme", "none", "null", "nil", "undefined", "empty", "redacted", "obfuscated", "sanitized", "scrubbed", "anonymized",
        "masked", "hidden", "placeholder", "example", "sample", "dummy", "fake", "test", "n/a", "na", "unset", "notset", "not-set", "not_set", "default", "xxx", "xxxx", "xxxxx", "...", "string", "value", "true", "false", "yes", "no",
        "required", "optional", "enter", "insert", "yourpassword", "your-password", "your_password", "mysecret", "noop", "foobar", "foo", "bar", "baz", "changeme!", "setme", "set-me", "fillme", "fill-me-in", "disabled", "enabled", "env", "secret-here",
        "non-empty-string", "abc", "abcd", "blah", "whatever", "something", "anything", "nothing", "unknown", "ignored", "unused", "invalid", "wrong", "temp", "tmp", "auto", "random", "generated", "prompt", "ask", "plain", "inherit", "inherited", "removed", "omitted", "unspecified", "mandatory", "provided", "external", "managed", "function", "object", "boolean",
        // What fetch sends its cookies with, and what a vault's policy permits.
        "include", "omit", "same-origin", "get", "list", "all", "recover", "purge");

    private static readonly string[] Parts =
    [
        "your-", "your_", "yourpassword", "yoursecret", "yourtoken", "yourapikey", "base64encoded", "replacethis", "replaceme", "somerandom", "some-random", "some-pass", "some-secret", "somepassword", "some_password", "generate-a", "super-secret-key-here", "<generated", "in-production", "inproduction", "your api", "your key", "your pass", "my-super", "<your", "changeme", "change-me", "change_me", "change this", "replace-", "replace_", "replace with", "replacewith", "placeholder",
        "insert-", "insert_", "insert your", "enter your", "put your", "put-your", "goes here", "goes-here", "-here", "_here", "redacted", "example.com", "dummy", "not-a-real", "not-a-secret", "notareal", "not a real", "from-env", "xxxxx", "*****", "sample-", "_placeholder", "set in ", "set by ", "set via ", "stored in ", "keyvault", "key vault",
        "@microsoft.keyvault", "secretsmanager", "arn:aws", "ssm:", "vault:", "op://", "ref+", "projects/", "credentialsjson:", "{{resolve", "!sub", "!ref", "fn::",
        "fill in", "fill-in", "fillin", "something", "填写", "你的", "您的", "请输入",
    ];

    /// <summary>Whether a value is a placeholder, a template or a reference.</summary>
    public static bool Is(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        // '$PASSWORD' inside of other quotes.
        if (value.Length > 2 && value[0] is '"' or '\'' && value[value.Length - 1] == value[0])
            value = value.Slice(1, value.Length - 2);
        if (value.Length == 0 || Words.Contains(value) || IsEnclosed(value) || (value[0] == '{' && value.IndexOf('}') < 0) || IsOneCharacterRepeated(value))
            return true;
        return Contains(value) || HasWords(value) || IsYours(value) || BeginsWord(value, "fake") || BeginsWord(value, "todo");
    }

    /// <summary>Whether a value has a hole that is filled at run time or deployment.</summary>
    public static bool Contains(ReadOnlySpan<char> value)
    {
        foreach (var hole in (ReadOnlySpan<string>)["${", "$(", "%{", "{{", "#{", "<%", "@{", "$[", "[[", "]$"])
        {
            if (value.IndexOf(hole.AsSpan(), StringComparison.Ordinal) >= 0)
                return true;
        }

        return IsFormatHole(value) || BeginsWithBatchVariable(value) || value[0] is '$' && value.Length > 1 && (IsName(value.Slice(1).TrimEnd("`\\".AsSpan())) || IsVariables(value) || (value.IndexOf('"') is > 1 and var quote && IsName(value.Slice(1, quote - 1)))) || IsSqlParameter(value);
    }

    private static bool HasWords(ReadOnlySpan<char> value)
    {
        foreach (var part in Parts)
        {
            if (value.IndexOf(part.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }

    // At a word's beginning: a random token may have the letters anywhere.
    private static bool BeginsWord(ReadOnlySpan<char> value, string word)
    {
        for (var at = value.IndexOf(word.AsSpan(), StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            if (at == 0 || !char.IsLetterOrDigit(value[at - 1]) || (char.IsUpper(value[at]) && char.IsLower(value[at - 1])))
                return true;
            var next = value.Slice(at + 1).IndexOf(word.AsSpan(), StringComparison.OrdinalIgnoreCase);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    // YourPasskeyHere, your_api_key, SetYourKeyHere: no marks in it, as the passwords of SQL Server's documentation have.
    private static bool IsYours(ReadOnlySpan<char> value)
    {
        var your = value.IndexOf("your".AsSpan(), StringComparison.OrdinalIgnoreCase);
        if (your < 0 || (your > 0 && !value.EndsWith("here".AsSpan(), StringComparison.OrdinalIgnoreCase)))
            return false;
        foreach (var c in value)
        {
            if (!char.IsLetter(c) && c is not ('_' or '-' or ' ' or '.'))
                return false;
        }

        return true;
    }

    // <password>, %PASSWORD%, __PASSWORD__, [password], {password}, #PASSWORD#, @@password@@
    private static bool IsEnclosed(ReadOnlySpan<char> value) => value.Length > 2 && (value[0], value[value.Length - 1]) switch
    {
        // {AQAAABAAA…} is how Jenkins writes a credential.
        ('{', '}') => !EndsRandom(value),
        ('&', ';') => value.StartsWith("&lt;".AsSpan()) && value.EndsWith("&gt;".AsSpan()),
        ('<', '>') or ('[', ']') or ('%', '%') or ('#', '#') => true,
        ('(', ')') => true,
        ('_', '_') => value.StartsWith("__".AsSpan()) && value.EndsWith("__".AsSpan()),
        ('@', '@') => true,
        ('~', '~') => true,
        ('*', '*') => value.StartsWith("**".AsSpan()),
        _ => false,
    };

    /// <summary>Whether what stands last in braces is random, which no template's hole is.</summary>
    internal static bool EndsRandom(ReadOnlySpan<char> value) => Strength.IsRandom(value.Slice(value.LastIndexOf(' ') + 1).Trim("{}".AsSpan()));

    private static bool IsFormatHole(ReadOnlySpan<char> value)
    {
        var open = value.IndexOf('{');
        var close = open < 0 ? -1 : value.Slice(open).IndexOf('}');
        return (close > 1 && IsName(value.Slice(open + 1, close - 1))) || value.SequenceEqual("%s".AsSpan()) || value.SequenceEqual("{}".AsSpan()) || IsPythonHole(value) || value.SequenceEqual("?".AsSpan());
    }

    // %dbPassword%;…
    private static bool BeginsWithBatchVariable(ReadOnlySpan<char> value)
    {
        if (value[0] != '%')
            return false;
        var close = value.Slice(1).IndexOf('%');
        return close > 2 && char.IsLetter(value[1]) && IsName(value.Slice(1, close));
    }

    // %(password)s
    private static bool IsPythonHole(ReadOnlySpan<char> value)
    {
        var open = value.IndexOf("%(".AsSpan());
        var close = open < 0 ? -1 : value.Slice(open).IndexOf(')');
        return close > 2 && IsName(value.Slice(open + 2, close - 2));
    }

    // Password=@password, @0, :password; @Model.Password of Razor
    private static bool IsSqlParameter(ReadOnlySpan<char> value) => value[0] == '@' && value.Length is 2 or 3 && value.Slice(1).Trim("0123456789".AsSpan()).Length == 0 || value.Length > 2 && value[0] is '@' or ':' && IsMember(value.Slice(1), value[0] == '@');

    private static bool IsMember(ReadOnlySpan<char> text, bool mayHaveDots)
    {
        foreach (var c in text)
        {
            if (!char.IsLetter(c) && c != '_' && !(mayHaveDots && c == '.'))
                return false;
        }

        return true;
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.' or '-' or ':' or ' '))
                return false;
        }

        return text.Length > 0;
    }

    // $token$character, $USER:$PASSWORD: one behind the other, and no hash ($apr1$…), which has digits.
    private static bool IsVariables(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '$' ? i + 1 == text.Length || text[i + 1] == '$' : text[i] == ':' ? i + 1 == text.Length || text[i + 1] != '$' : !char.IsLetter(text[i]) && text[i] != '_')
                return false;
        }

        return true;
    }

    private static bool IsOneCharacterRepeated(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            // XXX-XXX
            if (c != value[0] && !(c == '-' && value[0] is 'x' or 'X'))
                return false;
        }

        return value[0] is '*' or 'x' or 'X' or '.' or '-' or '#' or '0' or '•' or '?' or '_' || value.Length < 3;
    }
}
