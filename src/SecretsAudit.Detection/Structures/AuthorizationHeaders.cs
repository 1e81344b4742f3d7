using System;
using System.Collections.Generic;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Structures;

/// <summary>Tokens that a header <c>Authorization</c> holds alone or behind a scheme of a service's own: <c>Authorization: token …</c>.</summary>
/// <remarks>RFC 9110, section 11.6.2. The schemes of its registry, <c>Basic</c> and <c>Bearer</c>, have judges of their own.</remarks>
internal static class AuthorizationHeaders
{
    private const int LeastToken = 24;
    private const int MostToken = 2000;
    private static readonly WordSet Schemes = new("token", "apikey", "api-key", "key", "bot", "oauth", "splunk", "genie-key", "sso-key", "apitoken", "api-token", "access-token");

    public static IReadOnlyList<TextStructure> All { get; } = [new("Authorization: ", Match), new("authorization: ", Match)];

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at)
    {
        var start = at + "Authorization: ".Length;
        var first = Word(text, start);
        if (Schemes.Contains(text.Slice(start, first)))
            start += first + 1;
        var length = start > text.Length ? 0 : Word(text, start);
        var token = length == 0 ? default : text.Slice(start, length);
        // A JSON Web Token has a judge of its own.
        if (length < LeastToken || token.StartsWith("eyJ".AsSpan()) || !Strength.IsRandom(token) || Placeholders.Is(token) || Examples.IsDocumented(token) || Examples.IsMadeUp(token))
            return null;
        return new("authorization-token", CredentialKind.NamedValue, start, length, CredentialConfidence.High, "a header 'Authorization' holds a token that is written out");
    }

    private static int Word(ReadOnlySpan<char> text, int from)
    {
        var length = 0;
        while (length < MostToken && from + length < text.Length && text[from + length] is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '.' or '_' or '~' or '+' or '/' or '=')
            length++;
        return length;
    }
}
