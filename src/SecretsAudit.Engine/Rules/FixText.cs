using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules;

/// <summary>Fills names into a fix. Names are other people's text: whatever they hold, they stay one word of the language. Compiled rules call it.</summary>
public static class FixText
{
    /// <summary>A fact as one word of the language; null when it is absent or unknown, or cannot be written in it.</summary>
    public static string? Of<T>(Fact<T> fact, string? format, FixLanguage language)
        where T : notnull
        => fact.IsKnown ? Of(fact.Value, format, language) : null;

    /// <summary>A plain value as one word of the language; null when it cannot be written in it.</summary>
    public static string? Of<T>(T value, string? format, FixLanguage language)
        where T : notnull
        => Quote(value is string text ? text : RuleText.Of(value, format), language);

    /// <summary>The parts as one text; null when one of them is.</summary>
    public static string? Whole(params string?[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return Array.Exists(parts, part => part is null) ? null : string.Concat(parts).TrimEnd('\n');
    }

    /// <summary>The fix; null when nothing is left of it.</summary>
    public static FindingFix? Fix(string? cli, string? terraform, string? cloudFormation) =>
        cli is null && terraform is null && cloudFormation is null ? null : new() { Cli = cli, Terraform = terraform, CloudFormation = cloudFormation };

    internal static string? Quote(string text, FixLanguage language)
    {
        // A line break, an escape code or a direction mark in a name is no name: nobody shall paste it into a terminal.
        if (text.Length > 2048 || text != RuleText.Clean(text, 2048))
            return null;

        return language switch
        {
            FixLanguage.Cli => Shell(text),
            FixLanguage.Terraform => Escaped(text).Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal),
            // CloudFormation looks such a reference up wherever it stands in a text, and there is no way to write it plainly.
            // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
            _ => text.Contains("{{resolve:", StringComparison.Ordinal) ? null : Escaped(text),
        };
    }

    // Within single quotes a POSIX shell reads nothing but the quote itself. A leading dash could be taken for an option, an @ or file:// by the AWS CLI for a file.
    private static string? Shell(string text) =>
        text.StartsWith('-') || text.StartsWith("file://", StringComparison.Ordinal) || text.StartsWith("fileb://", StringComparison.Ordinal) ? null
        : text.Length > 0 && text.All(IsPlain) ? text
        : "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or ':' or '+' or '@' or ',' or '%';

    // Double quotes with backslashes mean the same in HCL, JSON and YAML.
    private static string Escaped(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
