using System;
using System.Collections.Generic;
using System.Linq;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Structures;

/// <summary>Passwords of accounts that SQL creates: <c>IDENTIFIED BY '…'</c>, <c>WITH PASSWORD = N'…'</c>.</summary>
/// <remarks>
/// https://dev.mysql.com/doc/refman/en/create-user.html, https://www.postgresql.org/docs/current/sql-createrole.html,
/// https://learn.microsoft.com/sql/t-sql/statements/create-login-transact-sql,
/// https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/CREATE-USER.html
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
        if (next >= text.Length || next == at + keyword.Length)
            return null;
        if (text[next] != '\'')
            return keyword.EndsWith("BY", StringComparison.OrdinalIgnoreCase) ? Bare(text, next) : null;
        var close = text.Slice(next + 1, Math.Min(text.Length - next - 1, 200)).IndexOf(text[next]);
        return close <= 0 ? null : NamedValue.JudgePassword(text, next + 1, close, "sql-password", "SQL gives an account its password");
    }

    // IDENTIFIED BY w4Nf8zQe: Oracle's is a word, which here has to mix letters with digits, since a word alone is what documentation writes.
    private static CredentialMatch? Bare(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '#' or '$'))
            end++;
        return end > start && Strength.IsMixed(text.Slice(start, end - start)) && text.Slice(start, end - start).IndexOfAny("0123456789".AsSpan()) >= 0
            ? NamedValue.JudgePassword(text, start, end - start, "sql-password", "SQL gives an account its password")
            : null;
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
