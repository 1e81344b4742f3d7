using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Cli.Options;

/// <summary>Words that stand for one of a few choices.</summary>
internal static class Choices
{
<<<<<<< HEAD
    // More are no choice but a wall of text.
    private const int MostShown = 20;

    /// <summary>The message for a word that is none of them, with the likely one; a long list is left to the command that shows it.</summary>
    /// <param name="what">What the word stands for.</param>
    /// <param name="word">The word.</param>
    /// <param name="known">The choices.</param>
    /// <param name="listed">The command that lists them, where they may be many.</param>
    public static string Unknown(string what, string word, IReadOnlyCollection<string> known, string? listed = null)
    {
        var choices = listed is not null && known.Count > MostShown ? $"'{listed}' lists what there is." : $"Choose from: {string.Join(", ", known)}.";
        return $"There is no {what} '{word}'. {Spelling.DidYouMean(word, known) ?? choices}";
=======
    /// <summary>The message for a word that is none of them: the likely one, or all.</summary>
    public static string Unknown(string what, string word, IReadOnlyCollection<string> known)
    {
        var hint = Spelling.DidYouMean(word, known) is { } guess ? $" {guess}" : "";
        return $"There is no {what} '{word}'.{hint} Choose from: {string.Join(", ", known)}.";
>>>>>>> r6-user
    }
}
