using System;
using System.Collections.Generic;

namespace SecretsAudit.Detection.Structures;

/// <summary>Passwords that a command reads from a pipe: <c>echo "app:…" | chpasswd</c>, <c>echo "…" | passwd --stdin app</c>.</summary>
/// <remarks>https://man7.org/linux/man-pages/man8/chpasswd.8.html</remarks>
internal static class PipedPasswords
{
    private const int MostLine = 500;

    public static IReadOnlyList<TextStructure> All { get; } =
    [
        new("chpasswd", (text, at) => Match(text, at, isPair: true)),
        new("passwd --stdin", (text, at) => Match(text, at, isPair: false)),
    ];

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at, bool isPair)
    {
        const string Echo = "echo ";
        var from = Math.Max(0, at - MostLine);
        var line = text.Slice(from, at - from);
        from += line.LastIndexOf('\n') + 1;
        line = text.Slice(from, at - from);
        var (pipe, echo) = (line.LastIndexOf('|'), line.LastIndexOf(Echo.AsSpan()));
        if (echo < 0 || pipe < echo)
            return null;
        var start = from + echo + Echo.Length;
        var end = from + pipe;
        while (end > start && text[end - 1] == ' ')
            end--;
        // echo -n …
        while (start < end && text[start] is ' ' or '-')
            start = text[start] == ' ' ? start + 1 : start + Math.Max(1, text.Slice(start, end - start).IndexOf(' '));
        if (end - start > 2 && text[start] is '"' or '\'' && text[end - 1] == text[start])
            (start, end) = (start + 1, end - 1);
        var colon = text.Slice(start, end - start).IndexOf(':');
        if (isPair && colon <= 0)
            return null;
        start += isPair ? colon + 1 : 0;
        return NamedValue.JudgePassword(text, start, end - start, "command-password", "a command is given a password through a pipe", ValueSetting.Configuration);
    }
}
