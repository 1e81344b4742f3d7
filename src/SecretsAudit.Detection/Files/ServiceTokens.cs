using System;
using System.Collections.Generic;
using SecretsAudit.Detection.Formats;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Files;

/// <summary>
/// Tokens that have no mark of their own, close behind the name of the service that they open, in text of no known grammar:
/// <c>clockify 5us4…</c>, <c>Toggl access token 90c1…</c>.
/// </summary>
internal static class ServiceTokens
{
    private const int MostBetween = 40;

    private static readonly string[] Qualifiers = ["key", "token", "secret", "private", "access", "pass", "auth", "cred", "pat ", "api", "login"];

    /// <summary>Finds them, each with the service's name.</summary>
    public static IEnumerable<(CredentialMatch Match, string Service)> Find(string text)
    {
        for (var at = ServiceIndex.Search.Next(text.AsSpan(), 0); at >= 0; at = at < text.Length ? ServiceIndex.Search.Next(text.AsSpan(), at) : -1)
        {
            if (MatchAt(text.AsSpan(), at) is not { } found)
            {
                at++;
                continue;
            }

            yield return found;
            at = found.Match.Start + found.Match.Length;
        }
    }

    private static (CredentialMatch Match, string Service)? MatchAt(ReadOnlySpan<char> text, int at)
    {
        // A word's middle, a host's name, a path.
        if ((at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '/' or '@')) || ServiceIndex.At(text.Slice(at)) is not { } service)
            return null;
        var nameEnd = at + service.Name.Length;
        if (!IsNamesEnd(text, nameEnd))
            return null;
        var last = Math.Min(text.Length, nameEnd + MostBetween);
        for (var start = nameEnd; start < last; start++)
        {
            // A URL's path, an address.
            if (text[start] == '@' || (text[start] == '/' && text[start - 1] != '<'))
                return null;
            if (!CredentialFormat.IsWord(text[start]) || (start > nameEnd && CredentialFormat.IsWord(text[start - 1])) || (start == nameEnd && CredentialFormat.IsWord(text[start])))
                continue;
            foreach (var shape in service.Shapes)
            {
                var length = shape.LengthAt(text.Slice(start));
                if (length < 0 || (start + length < text.Length && IsTokenCharacter(text[start + length])))
                    continue;
                var value = text.Slice(start, length);
                var between = text.Slice(nameEnd, start - nameEnd);
                // CLIENT_ID='…', appId: …
                if (between.TrimEnd(" =:\"'".AsSpan()).EndsWith("id".AsSpan(), StringComparison.OrdinalIgnoreCase))
                    return null;
                var isQualified = IsQualified(between);
                if (!IsToken(value, isQualified, service.IsWord))
                    continue;
                var confidence = Examples.IsMadeUp(value) || !isQualified ? CredentialConfidence.Low : CredentialConfidence.Medium;
                return (new("service-token", CredentialKind.ProviderToken, start, length, confidence, $"it has the shape of a token of the service '{service.Name}', whose name stands before it"), service.Name);
            }
        }

        return null;
    }

    // "clockify", "clockifyTOKEN", "clockify_key", but no "boxes".
    private static bool IsNamesEnd(ReadOnlySpan<char> text, int end) =>
        end == text.Length || !char.IsLetter(text[end]) || (char.IsUpper(text[end]) && !char.IsUpper(text[end - 1])) || StartsWithQualifier(text.Slice(end));

    private static bool IsToken(ReadOnlySpan<char> value, bool isQualified, bool isWord)
    {
        // What counts through the digits is what somebody types for a token; what it stands for, the service's name and the word say.
        if (!(Strength.IsRandom(value) || (isQualified && value.Length >= 20 && Examples.IsMadeUp(value))) || Placeholders.Is(value) || Examples.IsDocumented(value))
            return false;
        // Without a word that says so, as many hexadecimal digits as a digest has are one.
        return isQualified || !(isWord || (value.Length is 40 or 64 && IsHexadecimal(value)));
    }

    private static bool IsQualified(ReadOnlySpan<char> between)
    {
        foreach (var word in Qualifiers)
        {
            if (between.IndexOf(word.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }

    private static bool StartsWithQualifier(ReadOnlySpan<char> text)
    {
        foreach (var word in Qualifiers)
        {
            if (text.StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsHexadecimal(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            if (c is not (>= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F'))
                return false;
        }

        return true;
    }

    private static bool IsTokenCharacter(char c) => CredentialFormat.IsWord(c) || c is '-' or '+' or '%' or '?' or '#' or '$' or '^' or '*' or '!';
}
