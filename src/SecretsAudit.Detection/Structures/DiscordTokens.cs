using System;
using System.Collections.Generic;
using System.Linq;
using SecretsAudit.Detection.Formats;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Structures;

/// <summary>Tokens of Discord's bots: the bot's id in base64, a time, a signature, with a point between them.</summary>
/// <remarks>https://discord.com/developers/docs/reference#authentication; ids are numbers of 17 to 20 digits.</remarks>
internal static class DiscordTokens
{
    private const int LeastId = 22;
    private const int MostId = 28;
    private const int Time = 6;
    private const int LeastSignature = 27;
    private const int MostSignature = 45;

    // What three digits begin with in base64, as far as two of them decide it.
    private static readonly IEnumerable<string> Beginnings =
        from first in new[] { "MD", "MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT" } from second in new[] { "A", "E", "I", "M", "Q", "U", "Y", "c", "g", "k" } select first + second;

    public static IReadOnlyList<TextStructure> All { get; } = [.. Beginnings.Select(beginning => new TextStructure(beginning, Match))];

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at)
    {
        if (at > 0 && (IsTokenCharacter(text[at - 1]) || text[at - 1] == '.'))
            return null;
        var id = Run(text, at, MostId);
        if (id < LeastId || !HasPoint(text, at + id) || Run(text, at + id + 1, Time + 1) != Time || !HasPoint(text, at + id + 1 + Time))
            return null;
        var signature = Run(text, at + id + Time + 2, MostSignature + 1);
        var token = text.Slice(at, id + Time + 2 + signature);
        if (signature is < LeastSignature or > MostSignature || Examples.IsDocumented(token))
            return null;
        var isId = IsNumber(token.Slice(0, id));
        return new(
            "discord-bot-token", CredentialKind.ProviderToken, at, token.Length, isId ? CredentialConfidence.High : CredentialConfidence.Medium,
            isId ? "it has the shape of a Discord bot token" : "it has the shape of a Discord bot token, though no bot's id stands in it");
    }

    private static bool IsNumber(ReadOnlySpan<char> part)
    {
        try
        {
            return Array.TrueForAll(Convert.FromBase64String(part.ToString() + new string('=', (4 - part.Length % 4) % 4)), digit => digit is >= (byte)'0' and <= (byte)'9');
        }
        catch (FormatException)
        {
            // One character too many for base64, or one of base64url's: no number in either case.
            return false;
        }
    }

    private static bool HasPoint(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] == '.';

    private static int Run(ReadOnlySpan<char> text, int from, int most)
    {
        var length = 0;
        while (length < most && from + length < text.Length && IsTokenCharacter(text[from + length]))
            length++;
        return length;
    }

    private static bool IsTokenCharacter(char c) => CredentialFormat.IsWord(c) || c == '-';
}
