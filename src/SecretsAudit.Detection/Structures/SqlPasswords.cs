using System;
using System.Collections.Generic;
using System.Linq;

namespace SecretsAudit.Detection.Structures;

/// <summary>Passwords of accounts that SQL creates: <c>IDENTIFIED BY '…'</c>, <c>WITH PASSWORD = N'…'</c>.</summary>
/// <remarks>
/// https://dev.mysql.com/doc/refman/en/create-user.html, https://www.postgresql.org/docs/current/sql-createrole.html,
/// https://learn.microsoft.com/sql/t-sql/statements/create-login-transact-sql
/// </remarks>
internal static class SqlPasswords
{
    private const int Distance = 120;

    private static readonly string[] Keywords = ["IDENTIFIED BY", "PASSWORD", "Identified by", "mysql_native_password BY", "caching_sha2_password BY", "sha256_password BY"];

    public static IReadOnlyList<TextStructure> All { get; } = [.. Keywords.SelectMany(keyword => new[] { keyword, keyword.ToLowerInvariant() }).Distinct(StringComparer.Ordinal).Select(keyword => new TextStructure(keyword, (text, at) => Match(text, at, keyword)))];

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at, string keyword)
    {
        if (at == 0 || text[at - 1] is not (' ' or '\n' or '\t' or '='))
            return null;
        var next = at + keyword.Length;
        // SET PASSWORD = PASSWORD('…'), UPDATE user SET password=PASSWORD('…')
        var isFunction = next < text.Length && text[next] == '(';
        if (!IsOfAccount(text.Slice(Math.Max(0, at - Distance), Math.Min(Distance, at)), isFunction))
            return null;
        next += isFunction ? 1 : 0;
        while (next < text.Length && text[next] is ' ' or '=')
            next++;
        if (next + 1 < text.Length && text[next] == 'N' && text[next + 1] == '\'')
            next++;
        if (next >= text.Length || text[next] != '\'' || next == at + keyword.Length)
            return null;
        var close = text.Slice(next + 1, Math.Min(text.Length - next - 1, 200)).IndexOf(text[next]);
        return close <= 0 ? null : NamedValue.JudgePassword(text, next + 1, close, "sql-password", "SQL gives an account its password");
    }

    // CREATE ROLE x WITH LOGIN PASSWORD, ALTER LOGIN x WITH PASSWORD, in no comment
    private static bool IsOfAccount(ReadOnlySpan<char> before, bool isFunction)
    {
        var line = before.Slice(before.LastIndexOf('\n') + 1).TrimStart();
        return !line.StartsWith("#".AsSpan()) && !line.StartsWith("--".AsSpan())
            && (before.IndexOf("CREATE ".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0 || before.IndexOf("ALTER ".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0
                || isFunction && (before.IndexOf("UPDATE ".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0 || before.IndexOf("SET PASSWORD".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0));
    }
}
