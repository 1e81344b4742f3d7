using System;
using System.Collections.Generic;
using SecretsAudit.Detection.Formats;
using SecretsAudit.Detection.Names;
using SecretsAudit.Detection.Structures;

namespace SecretsAudit.Detection;

/// <summary>
/// What a text alone gives away: tokens in providers' formats, private keys, JSON Web Tokens, passwords in URLs and connection strings, basic
/// authorisation.
/// </summary>
public static class CredentialText
{
    private const int MostMatches = 10_000;

    /// <summary>Finds credentials in one pass; allocates nothing when there are none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">Takes what is found, in the order of the text; at most 10,000 a call.</param>
    public static void Find(ReadOnlySpan<char> text, ICollection<CredentialMatch> matches)
    {
        if (matches is null)
            throw new ArgumentNullException(nameof(matches));

        var search = Keywords.Search;
        var found = 0;
        for (var at = search.Next(text, 0); at >= 0 && found < MostMatches; at = at < text.Length ? search.Next(text, at) : -1)
        {
            if (MatchAt(text, at) is { } match)
            {
                matches.Add(match);
                found++;
                at = Math.Max(at + 1, match.Start + match.Length);
            }
            else
            {
                at++;
            }
        }
    }

    private static CredentialMatch? MatchAt(ReadOnlySpan<char> text, int at)
    {
        var rest = text.Slice(at);
        foreach (var format in Keywords.FormatsAt(rest))
        {
            var length = format.MatchLength(rest, text.Slice(0, at));
            if (length > 0 && !Examples.IsDocumented(rest.Slice(0, length)))
                return new(format.Id, CredentialKind.ProviderToken, at, length, format.Confidence, $"it has the shape of a {format.Title}");
        }

        foreach (var structure in Keywords.Structures)
        {
            if (rest.StartsWith(structure.Keyword.AsSpan(), StringComparison.Ordinal) && structure.Match(text, at) is { } match)
                return match;
        }

        return null;
    }
}
