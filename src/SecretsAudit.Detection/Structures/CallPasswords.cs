using System;
using System.Collections.Generic;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Structures;

/// <summary>Passwords that a call takes by their place, so that no name stands before them: <c>NetworkCredential("user", "…")</c>, <c>new PDO("mysql:…", "user", "…")</c>.</summary>
/// <remarks>Each library's reference says which argument it is. In C# the analyzers follow what is given, literal or not.</remarks>
internal static class CallPasswords
{
    private const int MostArguments = 600;

    public static IReadOnlyList<TextStructure> All { get; } =
    [
        Call("Net.NetworkCredential", 2), Call("PSCredential", 2), Call("SqlCredential", 2), Call("DirectoryEntry", 3),
        Call("DriverManager.getConnection", 3), Call("UsernamePasswordCredentials", 2), Call("PasswordAuthentication", 2), Call("BasicAWSCredentials", 2), Call("AwsBasicCredentials.create", 2),
        Call("HTTPBasicAuth", 2), Call("HTTPDigestAuth", 2),
        Call("new PDO", 3), Call("new mysqli", 3), Call("mysqli_connect", 3), Call("mysql_connect", 3), Call("odbc_connect", 3), Call("oci_connect", 2), Call("ftp_login", 3), Call("imap_open", 3), Call("ldap_bind", 3), Call("ssh2_auth_password", 3),
    ];

    private static TextStructure Call(string name, int position) => new(name, (text, at) => Match(text, at, name, position));

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at, string name, int position)
    {
        var end = Math.Min(text.Length, at + name.Length + MostArguments);
        var next = SkipSpaces(text, at + name.Length, end);
        if (next >= end || text[next] != '(' || (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '_')))
            return null;
        var user = default(ReadOnlySpan<char>);
        for (var i = 1; i < position; i++)
        {
            var first = next + 1;
            next = ArgumentsEnd(text, first, end);
            if (next >= end || text[next] != ',')
                return null;
            user = text.Slice(first, next - first).Trim("\"' \r\n\t".AsSpan());
        }

        return InQuotes(text, SkipSpaces(text, next + 1, end), end) is { Length: > 0 } value && !Examples.IsExampleUser(user, text.Slice(value.Start, value.Length))
            ? NamedValue.JudgePassword(text, value.Start, value.Length, "call-password", $"'{name}' is given a password as text", ValueSetting.Configuration)
            : null;
    }

    /// <summary>What stands in quotes at a place, when it is no variable; nothing when no quotes are there.</summary>
    internal static (int Start, int Length) InQuotes(ReadOnlySpan<char> text, int quote, int end)
    {
        if (quote >= end || text[quote] is not ('"' or '\''))
            return default;
        var close = text.Slice(quote + 1, end - quote - 1).IndexOf(text[quote]);
        return close <= 0 || text[quote + 1] == '$' ? default : (quote + 1, close);
    }

    // The comma or the bracket behind an argument: those inside of literals and of further calls are its own.
    private static int ArgumentsEnd(ReadOnlySpan<char> text, int at, int end)
    {
        for (var depth = 0; at < end; at++)
        {
            switch (text[at])
            {
                case '"' or '\'' when text.Slice(at + 1, end - at - 1).IndexOf(text[at]) is var close:
                    at = close < 0 ? end : at + close + 1;
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ',' when depth == 0:
                    return at;
                case ')' or ']' or '}' when --depth < 0:
                    return at;
            }
        }

        return end;
    }

    private static int SkipSpaces(ReadOnlySpan<char> text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
