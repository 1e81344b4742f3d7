using System.Runtime.InteropServices;

namespace SecretsAudit.Detection.Formats;

/// <summary>A part of a format: a literal text, or characters of an alphabet.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct FormatPiece
{
    public FormatPiece(string literal) => (Literal, Alphabet, Least, Most) = (literal, default, literal.Length, literal.Length);

    public FormatPiece(CharacterSet alphabet, int least, int most) => (Literal, Alphabet, Least, Most) = (null, alphabet, least, most);

    /// <summary>The text; null for characters of the alphabet.</summary>
    public string? Literal { get; }

    public CharacterSet Alphabet { get; }

    public int Least { get; }

    public int Most { get; }
}
