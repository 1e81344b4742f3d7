using System;
using System.Collections.Generic;
using System.Text;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Structures;

/// <summary>Basic authorisation: <c>Basic</c> and the base64 of user and password.</summary>
/// <remarks>RFC 7617.</remarks>
internal static class BasicAuthorizations
{
    public static IReadOnlyList<TextStructure> All { get; } = [new("Basic ", Match), new("basic ", Match)];

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at)
    {
        const int Scheme = 6;
        var rest = text.Slice(at + Scheme);
        var length = 0;
        while (length < Math.Min(rest.Length, 400) && rest[length] is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '+' or '/' or '=')
            length++;
        if (length < 8 || length % 4 != 0)
            return null;

        string pair;
        try
        {
            pair = Encoding.UTF8.GetString(Convert.FromBase64String(rest.Slice(0, length).ToString()));
        }
        catch (FormatException)
        {
            return null;
        }

        var colon = pair.IndexOf(':');
        if (colon < 1 || colon == pair.Length - 1)
            return null;
        foreach (var c in pair)
        {
            if (c is < ' ' or > '~')
                return null;
        }

        var password = pair.AsSpan(colon + 1);
        // What nobody would guess is surely one; "admin:admin" may be how a page explains it.
        var confidence = Strength.Confidence(password) == CredentialConfidence.Low ? CredentialConfidence.Medium : CredentialConfidence.High;
        return Placeholders.Is(password) || Examples.IsExampleUser(pair.AsSpan(0, colon), password)
            ? null
            : new("basic-authorization", CredentialKind.BasicAuthorization, at + Scheme, length, confidence, "user and password of a basic authorisation are written out");
    }
}
