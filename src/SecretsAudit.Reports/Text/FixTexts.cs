using SecretsAudit.Model;

namespace SecretsAudit.Reports.Text;

/// <summary>A finding's fix in each language that it is given in.</summary>
internal static class FixTexts
{
    // A fix names one resource; what is longer is no command that a person pastes.
    private const int Longest = 8_000;

    private static readonly FixLanguageName Cli = new("cli", "AWS CLI");
    private static readonly FixLanguageName Terraform = new("terraform", "Terraform");
    private static readonly FixLanguageName CloudFormation = new("cloudformation", "CloudFormation");

    /// <summary>The languages with their texts, lines kept, and no character that a terminal would obey.</summary>
    public static IReadOnlyList<(FixLanguageName Language, string Text)> Of(FindingFix? fix) =>
    [
        .. new (FixLanguageName Language, string? Text)[] { (Cli, fix?.Cli), (Terraform, fix?.Terraform), (CloudFormation, fix?.CloudFormation) }
            .Where(text => !string.IsNullOrWhiteSpace(text.Text))
            .Select(text => (text.Language, Visible(text.Text!))),
    ];

    private static string Visible(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => Indentation(line) + VisibleText.OneLine(line.TrimStart(' '), Longest)));

    private static string Indentation(string line) => new(' ', line.Length - line.TrimStart(' ').Length);
}

/// <summary>A language that fixes are written in.</summary>
/// <param name="Key">As programs know it.</param>
/// <param name="Label">As people do.</param>
internal sealed record FixLanguageName(string Key, string Label);
