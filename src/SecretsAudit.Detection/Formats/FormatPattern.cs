using System;
using System.Globalization;

namespace SecretsAudit.Detection.Formats;

/// <summary>
/// A format's shape: pieces between spaces, each a literal or <c>[alphabet]{count}</c> or <c>[alphabet]{least,most}</c>. Its first literal is
/// what the format is looked for by; one alphabet may stand before it, for providers that mark their tokens in the middle or at the end.
/// Where the literal only leads up to a token, <c>^</c> stands before the token's first piece. <c>\s</c> is a space, <c>\n</c> a line's end.
/// </summary>
internal sealed class FormatPattern
{
    private readonly FormatPiece[] _pieces;

    // Where its literal and its token begin, among the pieces: behind an alphabet that leads, behind what leads up to the token.
    private readonly int _keyword;
    private readonly int _token;

    private FormatPattern(FormatPiece[] pieces, int keyword, int token) => (_pieces, _keyword, _token) = (pieces, keyword, token);

    /// <summary>Whether the token is only a part of what is matched, behind what leads up to it.</summary>
    public bool LeadsUp => _token > 0;

    /// <summary>The literal that a format is looked for by, without reading the rest of it.</summary>
    public static string KeywordOf(string text)
    {
        var start = text[0] == '[' ? text.IndexOf(' ') + 1 : 0;
        var end = text.IndexOf(' ', start);
        return Unescaped(end < 0 ? text.Substring(start) : text.Substring(start, end - start));
    }

    /// <exception cref="FormatException">It is not written so.</exception>
    public static FormatPattern Parse(string text)
    {
        var parts = Parts(text);
        var token = Math.Max(Array.IndexOf(parts, "^"), 0);
        var pieces = Pieces(token == 0 ? parts : Array.FindAll(parts, part => part != "^"));
        var keyword = pieces.Length > 1 && pieces[0].Literal is null ? 1 : 0;
        if (pieces.Length == 0 || pieces[keyword].Literal is not { Length: >= 2 } || (keyword > 0 && token > 0) || token >= pieces.Length)
            throw new FormatException($"'{text}' has no literal of two characters or more at its beginning, or behind its first alphabet, or no token behind its mark.");
        return new(pieces, keyword, token);
    }

    /// <summary>Reads a shape that needs no literal, as it is looked for at one place only.</summary>
    /// <exception cref="FormatException">It is not written so.</exception>
    public static FormatPattern ParseShape(string text) => new(Pieces(Parts(text)), keyword: 0, token: 0);

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
        if (_keyword > 0)
        {
            ref readonly var lead = ref _pieces[0];
            while (keyword - start < lead.Most && start > 0 && lead.Alphabet.Contains(text[start - 1]))
                start--;
            if (keyword - start < lead.Least)
                return null;
        }

        var token = 0;
        var length = Match(text.Slice(keyword), 0, _keyword, ref token);
        return length < 0 ? null : (start + token, keyword - start + length - token);
    }

    private static string[] Parts(string text) => text.Split([' '], StringSplitOptions.RemoveEmptyEntries);

    private static FormatPiece[] Pieces(string[] parts)
    {
        var pieces = new FormatPiece[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            pieces[i] = parts[i][0] == '[' ? Characters(Unescaped(parts[i])) : new FormatPiece(Unescaped(parts[i]));
        return pieces;
    }

    private static string Unescaped(string part) => part.IndexOf('\\') < 0 ? part : part.Replace("\\s", " ").Replace("\\n", "\n");

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
