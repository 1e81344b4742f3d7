using System;
using System.Collections.Generic;

namespace SecretsAudit.Detection.Structures;

/// <summary>Passwords that PowerShell is given as text: <c>ConvertTo-SecureString "…"</c>, <c>NetworkCredential("user", "…")</c>.</summary>
/// <remarks>https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring</remarks>
internal static class SecureStrings
{
    private const string Cmdlet = "ConvertTo-SecureString";
    private const string Credential = "Net.NetworkCredential(";

    public static IReadOnlyList<TextStructure> All { get; } = [new(Cmdlet, MatchCmdlet), new(Credential, MatchCredential)];

    private static CredentialMatch? MatchCmdlet(ReadOnlySpan<char> text, int at)
    {
        var next = SkipSpaces(text, at + Cmdlet.Length);
        if (text.Slice(next).StartsWith("-String".AsSpan(), StringComparison.OrdinalIgnoreCase))
            next = SkipSpaces(text, next + "-String".Length);
        return Judge(text, next, Cmdlet);
    }

    // The second argument, when both are literals.
    private static CredentialMatch? MatchCredential(ReadOnlySpan<char> text, int at)
    {
        var next = SkipSpaces(text, at + Credential.Length);
        if (next >= text.Length || text[next] is not ('"' or '\''))
            return null;
        var close = text.Slice(next + 1).IndexOf(text[next]);
        if (close < 0)
            return null;
        next = SkipSpaces(text, next + close + 2);
        return next < text.Length && text[next] == ',' ? Judge(text, SkipSpaces(text, next + 1), "NetworkCredential") : null;
    }

    private static CredentialMatch? Judge(ReadOnlySpan<char> text, int quote, string what)
    {
        if (quote >= text.Length || text[quote] is not ('"' or '\''))
            return null;
        var close = text.Slice(quote + 1, Math.Min(text.Length - quote - 1, 500)).IndexOf(text[quote]);
        return close <= 0 || text[quote + 1] == '$' ? null : NamedValue.JudgePassword(text, quote + 1, close, "powershell-password", $"'{what}' is given a password as text", ValueSetting.Configuration);
    }

    private static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return at;
    }
}
