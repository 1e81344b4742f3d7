using System;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Structures;

/// <summary>Passwords in the user information of URLs: <c>scheme://user:password@host</c>.</summary>
/// <remarks>RFC 3986, section 3.2.1, which deprecates it for this reason.</remarks>
internal static class Urls
{
    private const int MostUserInformation = 300;

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
        var colon = authority.IndexOf(':');
        if (host < 0 || colon < 0 || colon > host || host == authority.Length - 1)
            return null;

        var password = authority.Slice(colon + 1, host - colon - 1);
        if (password.Length < 2 || Placeholders.Is(password) || password.IndexOfAny("{}$%*[]".AsSpan()) >= 0 && Placeholders.Contains(password))
            return null;
        if (Examples.IsExampleUser(authority.Slice(0, colon), password))
            return null;
        return new("url-password", CredentialKind.UrlPassword, at + 3 + colon + 1, password.Length, Strength.Confidence(password), "a password stands in a URL, before the host");
    }

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '+';
}
