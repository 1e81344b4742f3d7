using System;
using System.Collections.Generic;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Structures;

/// <summary>Keys and tokens in the query of a URL: <c>https://host/path?apikey=…</c>.</summary>
/// <remarks>RFC 6750, section 2.3, which advises against it: addresses are logged.</remarks>
internal static class UrlQueries
{
    private const int MostUrl = 500;
    private const int LeastValue = 8;
    private const int MostValue = 300;

    private static readonly string[] Names = ["apikey", "apiKey", "api_key", "api-key", "APIKEY", "appid", "access_token", "accessToken", "auth_token", "token", "key", "client_secret", "secret", "subscription-key"];

    public static IReadOnlyList<TextStructure> All { get; } = Array.ConvertAll(Names, name => new TextStructure(name + "=", (text, at) => Match(text, at, name)));

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at, string name)
    {
        var question = at;
        // ?tokenkey=…: the parameter's name begins at the mark.
        while (question > 0 && at - question < 20 && (char.IsLetterOrDigit(text[question - 1]) || text[question - 1] is '_' or '-' or '.'))
            question--;
        if (question == 0 || text[question - 1] is not ('?' or '&') || !IsUrl(text.Slice(Math.Max(0, question - MostUrl), Math.Min(MostUrl, question))))
            return null;
        var start = at + name.Length + 1;
        var length = 0;
        while (start + length < text.Length && length < MostValue && (char.IsLetterOrDigit(text[start + length]) || text[start + length] is '-' or '_' or '.' or '~' or '%' or '+' or '/' or '='))
            length++;
        // The sentence's.
        if (length > 0 && text[start + length - 1] == '.')
            length--;
        var value = text.Slice(start, length);
        if (length < LeastValue || (start + length < text.Length && text[start + length] is '{' or '$' or '<') || Placeholders.Is(value) || Examples.IsDocumented(value) || ValueShape.IsGuid(value) && name is "key" or "appid")
            return null;
        // A "key" may be an item's, and a word is no token.
        if (!Strength.IsRandom(value) && !(name is not ("key" or "token" or "secret") && Strength.IsMixed(value) && WordLikeness.Share(value) < 0.5))
            return null;
        return new("url-query-token", CredentialKind.UrlPassword, start, length, Examples.IsMadeUp(value) ? CredentialConfidence.Low : CredentialConfidence.Medium, $"a URL's query gives its parameter '{name}' a token");
    }

    private static bool IsUrl(ReadOnlySpan<char> before)
    {
        var scheme = before.LastIndexOf("://".AsSpan());
        return scheme > 0 && before.Slice(scheme).IndexOfAny(" \t\r\n\"'<>`".AsSpan()) < 0;
    }
}
