using System;
using System.Collections.Generic;
using SecretsAudit.Detection.Names;

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
        while (next + 1 < text.Length && text[next] == '-' && char.IsLetter(text[next + 1]))
            next = SkipSpaces(text, WordsEnd(text, next));
        var end = Math.Min(text.Length, next + LongestValue);
        var value = next < text.Length && text[next] is '"' or '\'' ? CallPasswords.InQuotes(text, next, end) : Bare(text, next);
        return value.Length > 0
            ? NamedValue.JudgePassword(text, value.Start, value.Length, "powershell-password", $"'{Cmdlet}' is given a password as text", ValueSetting.Configuration)
            : null;
    }

    // A word without quotes is a literal, too, unless it is a variable, a call or the pipe's next command.
    private static (int Start, int Length) Bare(ReadOnlySpan<char> text, int start) =>
        start < text.Length && char.IsLetterOrDigit(text[start]) && WordsEnd(text, start) is var end && Strength.IsMixed(text.Slice(start, end - start)) ? (start, end - start) : default;

    private static int WordsEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not (';' or ')' or '|' or '"' or '\'' or '`'))
            at++;
        return at;
    }

    private static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return at;
    }
}
