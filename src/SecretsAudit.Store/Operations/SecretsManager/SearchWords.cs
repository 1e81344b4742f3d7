using System.Buffers;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>
/// Breaks a text into words as the search of ListSecrets does: at blanks, at one kind of separator, and before a capital or a digit that
/// lower-case letters follow (<c>AppBeta</c> is two words, <c>COMPANYthings</c> is <c>COMPAN</c> and <c>Ythings</c>). A part that
/// mixes separators stays whole.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_search-secret.html"/>
internal static class SearchWords
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("/-_+=.@");

    /// <summary>Whether every word of the wanted text begins some word of the given one, whatever the case; a text without words matches nothing.</summary>
    public static bool Match(string? text, string wanted)
    {
        if (text is null || Of(wanted) is not { Count: > 0 } wantedWords)
        {
            return false;
        }

        var words = Of(text);
        return wantedWords.TrueForAll(word => words.Exists(candidate => candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
    }

    public static List<string> Of(string text)
    {
        var words = new List<string>();
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var first = part.AsSpan().IndexOfAny(Separators);
            if (first < 0)
            {
                AddByCase(words, part);
            }
            else if (part.All(c => c == part[first] || !Separators.Contains(c)))
            {
                foreach (var piece in part.Split(part[first], StringSplitOptions.RemoveEmptyEntries))
                {
                    AddByCase(words, piece);
                }
            }
            else
            {
                words.Add(part);
            }
        }

        return words;
    }

    private static void AddByCase(List<string> words, string piece)
    {
        var start = 0;
        for (var i = 1; i < piece.Length; i++)
        {
            // A word that began with a capital ends where its lower-case letters do; another begins before the next such capital.
            var begins = !char.IsAsciiLetterLower(piece[i]) && i + 1 < piece.Length && char.IsAsciiLetterLower(piece[i + 1]);
            var ends = !char.IsAsciiLetterLower(piece[i]) && char.IsAsciiLetterLower(piece[i - 1]);
            if (begins || ends)
            {
                words.Add(piece[start..i]);
                start = i;
            }
        }

        words.Add(piece[start..]);
    }
}
