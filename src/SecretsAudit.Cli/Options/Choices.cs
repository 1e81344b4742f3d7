using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Cli.Options;

/// <summary>Words that stand for one of a few choices.</summary>
internal static class Choices
{
    /// <summary>The message for a word that is none of them: the likely one, or all.</summary>
    public static string Unknown(string what, string word, IReadOnlyCollection<string> known)
    {
        var hint = Spelling.DidYouMean(word, known) is { } guess ? $" {guess}" : "";
        return $"There is no {what} '{word}'.{hint} Choose from: {string.Join(", ", known)}.";
    }
}
