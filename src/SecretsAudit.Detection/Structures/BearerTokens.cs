using System;
using System.Collections.Generic;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Structures;

/// <summary>Bearer tokens in authorisation headers: <c>Authorization: Bearer …</c>, when the token looks as if a machine had made it.</summary>
/// <remarks>RFC 6750, section 2.1.</remarks>
internal static class BearerTokens
{
    private const int LeastToken = 20;
    private const int MostToken = 2000;

    public static IReadOnlyList<TextStructure> All { get; } = [new("Bearer ", Match), new("bearer ", Match)];

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at)
    {
        const int Scheme = 7;
        var rest = text.Slice(at + Scheme);
        var length = 0;
        while (length < Math.Min(rest.Length, MostToken) && IsTokenCharacter(rest[length]))
            length++;
        var token = rest.Slice(0, length);
        // A JSON Web Token has a judge of its own.
        if (length < LeastToken || token.StartsWith("eyJ".AsSpan()) || !Strength.IsRandom(token) || Placeholders.Is(token) || Examples.IsDocumented(token) || Examples.IsMadeUp(token))
            return null;
        return new("bearer-token", CredentialKind.NamedValue, at + Scheme, length, CredentialConfidence.High, "a bearer token is written out behind its scheme");
    }

    private static bool IsTokenCharacter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '.' or '_' or '~' or '+' or '/' or '=';
}
