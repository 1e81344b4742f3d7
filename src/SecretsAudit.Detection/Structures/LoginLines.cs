using System;

namespace SecretsAudit.Detection.Structures;

/// <summary>A login of <c>.netrc</c> wherever it is written: <c>RUN echo "machine host login name password …"</c>.</summary>
/// <remarks>https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html</remarks>
internal static class LoginLines
{
    private const string Machine = "machine ";
    private const int MostLogin = 400;

    public static TextStructure Structure { get; } = new(Machine, Match);

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            return null;
        var login = text.Slice(0, Math.Min(text.Length, at + MostLogin));
        var next = at + Machine.Length;
        if (Next(login, ref next).Length == 0 || !Is(login, Next(login, ref next), "login") || Next(login, ref next).Length == 0 || !Is(login, Next(login, ref next), "password"))
            return null;
        var (start, length) = Next(login, ref next);
        length = login.Slice(start, length).TrimEnd("\"'`".AsSpan()).Length;
        return length == 0 || login[start] is '$' or '{' or '<' or '%' ? null : NamedValue.JudgePassword(text, start, length, "login-password", "a login of .netrc gives its password");
    }

    private static bool Is(ReadOnlySpan<char> text, (int Start, int Length) word, string other) => text.Slice(word.Start, word.Length).SequenceEqual(other.AsSpan());

    private static (int Start, int Length) Next(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && IsBetween(text, at))
            at++;
        var start = at;
        while (at < text.Length && !IsBetween(text, at))
            at++;
        return (start, at - start);
    }

    // White space, and a line's end that is written out: \n
    private static bool IsBetween(ReadOnlySpan<char> text, int at) =>
        char.IsWhiteSpace(text[at]) || (text[at] == '\\' && at + 1 < text.Length && text[at + 1] == 'n') || (at > 0 && text[at] == 'n' && text[at - 1] == '\\');
}
