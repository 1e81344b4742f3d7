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

    /// <summary>The literals by which credentials are looked for; for comparisons with other searches over the same text.</summary>
    public static IReadOnlyCollection<string> Keywords => Formats.Keywords.Literals;

    /// <summary>Finds credentials in one pass; allocates nothing when there are none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">Takes what is found, in the order of the text; at most 10,000 a call.</param>
    public static void Find(ReadOnlySpan<char> text, ICollection<CredentialMatch> matches)
    {
        if (matches is null)
            throw new ArgumentNullException(nameof(matches));

        var search = Formats.Keywords.Search;
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
        foreach (var format in Formats.Keywords.FormatsAt(rest))
        {
            if (format.Match(text, at) is not { } place)
                continue;
            var token = text.Slice(place.Start, place.Length);
            // Nobody types a checksum that holds.
            var holds = format.HoldsChecksum(token);
            var isIssued = holds && format.Checksum is not null;
            if ((!isIssued && Examples.IsDocumented(token)) || Examples.IsEmulatorKey(token))
                continue;
            var isMadeUp = !isIssued && Examples.IsMadeUp(token);
            var confidence = isMadeUp ? CredentialConfidence.Low : holds ? format.Confidence : CredentialConfidence.Medium;
            var doubt = isMadeUp ? ", though it counts through the alphabet" : confidence == format.Confidence ? "" : ", though its checksum does not hold";
            return new(format.Id, CredentialKind.ProviderToken, place.Start, place.Length, confidence, $"it has the shape of a {format.Title}{doubt}");
        }

        foreach (var structure in Formats.Keywords.StructuresAt(rest))
        {
            if (rest.StartsWith(structure.Keyword.AsSpan(), StringComparison.Ordinal) && structure.Match(text, at) is { } match)
                return match;
        }

        return null;
    }
}
