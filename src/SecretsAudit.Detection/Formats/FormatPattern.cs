using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SecretsAudit.Detection.Formats;

/// <summary>
/// A format's shape: pieces between spaces, each a literal or <c>[alphabet]{count}</c> or <c>[alphabet]{least,most}</c>. Its first literal is
/// what the format is looked for by; one alphabet may stand before it, for providers that mark their tokens in the middle or at the end.
/// Where the literal only leads up to a token, <c>^</c> stands before the token's first piece. <c>\s</c> is a space, <c>\n</c> a line's end.
/// </summary>
internal sealed class FormatPattern
{
    private readonly FormatPiece? _lead;
    private readonly FormatPiece[] _pieces;
    private readonly int _token;

    private FormatPattern(FormatPiece? lead, FormatPiece[] pieces, int token) => (_lead, _pieces, _token) = (lead, pieces, token);

    /// <summary>The literal that it is looked for by.</summary>
    public string Keyword => _pieces[0].Literal!;

    /// <summary>Whether the token is only a part of what is matched, behind what leads up to it.</summary>
    public bool LeadsUp => _token > 0;

    /// <exception cref="FormatException">It is not written so.</exception>
    public static FormatPattern Parse(string text)
    {
        var parts = text.Split([' '], StringSplitOptions.RemoveEmptyEntries).ToList();
        var token = Math.Max(parts.IndexOf("^"), 0);
        parts.Remove("^");
        var pieces = Pieces(parts).ToList();
        FormatPiece? lead = pieces.Count > 1 && pieces[0].Literal is null ? pieces[0] : null;
        var rest = lead is null ? pieces : pieces.Skip(1).ToList();
        if (rest.Count == 0 || rest[0].Literal is not { Length: >= 2 } || (lead is not null && token > 0) || token >= pieces.Count)
            throw new FormatException($"'{text}' has no literal of two characters or more at its beginning, or behind its first alphabet, or no token behind its mark.");
        return new(lead, [.. rest], token);
    }

    /// <summary>Reads a shape that needs no literal, as it is looked for at one place only.</summary>
    /// <exception cref="FormatException">It is not written so.</exception>
    public static FormatPattern ParseShape(string text) => new(null, [.. Pieces(text.Split([' '], StringSplitOptions.RemoveEmptyEntries))], token: 0);

    /// <summary>How long what has this shape is at the text's beginning; -1 when nothing there has.</summary>
    public int LengthAt(ReadOnlySpan<char> text)
    {
        var token = 0;
        return Match(text, 0, 0, ref token);
    }

    /// <summary>Where what has this shape begins and ends, when its keyword stands at a place of the text; null when nothing has.</summary>
    public (int Start, int Length)? Match(ReadOnlySpan<char> text, int keyword)
    {
        var start = keyword;
        if (_lead is { } lead)
        {
            while (keyword - start < lead.Most && start > 0 && lead.Alphabet.Contains(text[start - 1]))
                start--;
            if (keyword - start < lead.Least)
                return null;
        }

        var token = 0;
        var length = Match(text.Slice(keyword), 0, 0, ref token);
        return length < 0 ? null : (start + token, keyword - start + length - token);
    }

    private static IEnumerable<FormatPiece> Pieces(IEnumerable<string> parts) =>
        parts.Select(part => part.Replace("\\s", " ").Replace("\\n", "\n")).Select(part => part[0] == '[' ? Characters(part) : new FormatPiece(part));

    private static FormatPiece Characters(string part)
    {
        var end = part.IndexOf(']', 2);
        var counts = end < 0 || end + 2 >= part.Length || part[end + 1] != '{' || part[part.Length - 1] != '}'
            ? throw new FormatException($"'{part}' is not [alphabet]{{count}}.")
            : part.Substring(end + 2, part.Length - end - 3).Split(',');
        var least = int.Parse(counts[0], CultureInfo.InvariantCulture);
        var most = counts.Length == 1 ? least : int.Parse(counts[1], CultureInfo.InvariantCulture);
        return new(CharacterSet.Parse(part.Substring(1, end - 1)), least, most);
    }

    // Characters are taken greedily; only when what follows does not fit are some given back.
    private int Match(ReadOnlySpan<char> text, int at, int piece, ref int token)
    {
        // Tried again with fewer characters before it, it is set again: the last that is set is the match's.
        if (piece == _token)
            token = at;
        if (piece == _pieces.Length)
            return at;

        ref readonly var wanted = ref _pieces[piece];
        if (wanted.Literal is { } literal)
            return text.Slice(at).StartsWith(literal.AsSpan(), StringComparison.Ordinal) ? Match(text, at + literal.Length, piece + 1, ref token) : -1;

        var taken = 0;
        while (taken < wanted.Most && at + taken < text.Length && wanted.Alphabet.Contains(text[at + taken]))
            taken++;
        if (piece == _pieces.Length - 1)
            return taken >= wanted.Least ? at + taken : -1;
        for (; taken >= wanted.Least; taken--)
        {
            if (Match(text, at + taken, piece + 1, ref token) is >= 0 and var end)
                return end;
        }

        return -1;
    }
}
