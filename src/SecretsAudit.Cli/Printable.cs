using System.Globalization;
using System.Text;

namespace SecretsAudit.Cli;

/// <summary>Makes foreign text (names, tags, messages of services) harmless on a terminal.</summary>
internal static class Printable
{
    /// <summary>The text without control and formatting characters, which could move the cursor, set a title or turn the line around.</summary>
    public static string Line(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
            return text;

        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isUnsafe = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
            if (!isUnsafe)
                line.Append(rune.ToString());
            else if (rune.Value is '\n' or '\t')
                line.Append(' ');
            else if (rune.Value != '\r')
                line.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }

        return line.ToString();
    }
}
