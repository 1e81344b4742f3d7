using System;
using System.Collections.Generic;

namespace SecretsAudit.Detection.Structures;

/// <summary>Passwords that PowerShell is given as text: <c>ConvertTo-SecureString "…"</c>.</summary>
/// <remarks>https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring</remarks>
internal static class SecureStrings
{
    private const string Cmdlet = "ConvertTo-SecureString";
    private const int LongestValue = 500;

    public static IReadOnlyList<TextStructure> All { get; } = [new(Cmdlet, Match)];

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at)
    {
        var next = SkipSpaces(text, at + Cmdlet.Length);
        if (text.Slice(next).StartsWith("-String".AsSpan(), StringComparison.OrdinalIgnoreCase))
            next = SkipSpaces(text, next + "-String".Length);
        return CallPasswords.InQuotes(text, next, Math.Min(text.Length, next + LongestValue)) is { Length: > 0 } value
            ? NamedValue.JudgePassword(text, value.Start, value.Length, "powershell-password", $"'{Cmdlet}' is given a password as text", ValueSetting.Configuration)
            : null;
    }

    private static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return at;
    }
}
