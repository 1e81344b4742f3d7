using System;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Structures;

/// <summary>Passwords in the user information of URLs: <c>scheme://user:password@host</c>.</summary>
/// <remarks>RFC 3986, section 3.2.1, which deprecates it for this reason.</remarks>
internal static class Urls
{
    private const int MostUserInformation = 300;

    private static readonly string[] Services = ["postgres", "postgresql", "mysql", "mongodb", "mongodb+srv", "redis", "rediss", "amqp", "amqps", "mariadb", "sqlserver", "mssql", "nats", "clickhouse", "ldap", "smtp", "asyncpg", "psycopg2", "pymysql", "esdb", "kurrentdb"];

    // What a placeholder is elsewhere, a server has that nobody set up.
    private static readonly WordSet FirstPasswords = new("changeme", "changeit");

    public static TextStructure Structure { get; } = new("://", Match);

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at)
    {
        if (at == 0 || !IsLetter(text[at - 1]))
            return null;
        var authority = text.Slice(at + 3, Math.Min(text.Length - at - 3, MostUserInformation));
        var end = authority.IndexOfAny("/ \t\r\n\"'<>`\\,".AsSpan());
        // A password may hold a slash only when it is escaped; an @ behind the first slash is a path's.
        if (end >= 0)
            authority = authority.Slice(0, end);
        var host = authority.LastIndexOf('@');
        // ${DB_USER:-app} and $($env:user) have a colon of their own.
        var user = authority.StartsWith("${".AsSpan()) ? authority.IndexOf('}') : authority.StartsWith("$(".AsSpan()) ? authority.IndexOf(')') : 0;
        var colon = user < 0 ? -1 : authority.Slice(user).IndexOf(':') is var next && next < 0 ? -1 : user + next;
        if (host < 0 || colon < 0 || colon > host || (host == authority.Length - 1 && !IsJoined(text, at + 3 + host + 1)))
            return null;

        // scheme://[:password@]host, <user>:<password>@: how an address is written, in a comment.
        if (authority.Slice(0, colon).IndexOfAny("[<".AsSpan()) >= 0)
            return null;
        var start = colon + 1;
        var password = VariableDefault.Unwrap(authority.Slice(start, host - start), ref start);
        // https://TOKEN:x-oauth-basic@github.com: what GitHub takes beside a token.
        if (password.Length < 2 || password.SequenceEqual("x-oauth-basic".AsSpan()) || Placeholders.Is(password) && !(FirstPasswords.Contains(password) && IsService(text.Slice(0, at))) || password.IndexOfAny("{}$%*[]".AsSpan()) >= 0 && Placeholders.Contains(password))
            return null;
        // user:password is what documentation writes. At a database's own address it is what a developer's machine has.
        if (Examples.IsExampleUser(authority.Slice(0, colon), password) && (!IsService(text.Slice(0, at)) || IsExampleHost(authority.Slice(host + 1))))
            return null;
        // Nobody has a server at a name that is reserved for documentation; what is random there was copied from somewhere.
        if (IsReservedHost(authority.Slice(host + 1)) && Strength.Confidence(password) == CredentialConfidence.Low)
            return null;
        return new("url-password", CredentialKind.UrlPassword, at + 3 + start, password.Length, Strength.Confidence(password), "a password stands in a URL, before the host");
    }

    private static bool IsService(ReadOnlySpan<char> before)
    {
        foreach (var scheme in Services)
        {
            if (before.EndsWith(scheme.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsExampleHost(ReadOnlySpan<char> host) =>
        host.StartsWith("host".AsSpan(), StringComparison.OrdinalIgnoreCase) || host.StartsWith("server".AsSpan(), StringComparison.OrdinalIgnoreCase) || host.IndexOf("example".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0
        || host.StartsWith("your".AsSpan(), StringComparison.OrdinalIgnoreCase) || host.StartsWith("my".AsSpan(), StringComparison.OrdinalIgnoreCase);

    /// <remarks>RFC 2606, sections 2 and 3.</remarks>
    private static bool IsReservedHost(ReadOnlySpan<char> host)
    {
        host = host.Slice(0, host.IndexOfAny(":?#;".AsSpan()) is var end && end < 0 ? host.Length : end);
        foreach (var name in (ReadOnlySpan<string>)["example.com", "example.org", "example.net", ".example", ".invalid"])
        {
            if (host.EndsWith(name.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // "amqp://user:password@" + host
    private static bool IsJoined(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length || text[end] != '"')
            return false;
        var next = end + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        return next == text.Length || text[next] == '+';
    }

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '+';
}
