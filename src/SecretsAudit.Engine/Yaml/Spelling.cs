using SecretsAudit.Iam;

namespace SecretsAudit.Engine.Yaml;

/// <summary>Guesses what a misspelt word was meant to be: for error messages.</summary>
public static class Spelling
{
    // Who writes a configuration by hand errs more often than who pastes an action's name.
    private const int LettersPerError = 3;

    /// <summary><c>Did you mean 'x'?</c>, or null when nothing is near enough.</summary>
    public static string? DidYouMean(string word, IEnumerable<string> known) =>
        Nearest(word, known) is { } nearest ? $"Did you mean '{nearest}'?" : null;

    /// <summary>The known word that is nearest to the given one; null when none is within a third of its letters.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => NearestWord.Of(word, known, LettersPerError);
}
