using System.Buffers;

namespace SecretsAudit.Store.Journal;

/// <summary>
/// Texts that are UUIDs as the store writes them, in lower case with hyphens: 16 bytes on disk instead of 36. Any other form is kept as text,
/// so that it comes back as it was.
/// </summary>
internal static class UuidText
{
    /// <summary>How many characters such a text has.</summary>
    public const int Length = 36;

    // Guid's parser takes more than that: capitals, signs and blanks.
    private static readonly SearchValues<char> Characters = SearchValues.Create("0123456789abcdef-");

    public static bool TryParse(string text, out Guid uuid)
    {
        uuid = default;
        return text.Length == Length && !text.AsSpan().ContainsAnyExcept(Characters) && Guid.TryParseExact(text, "D", out uuid);
    }
}
