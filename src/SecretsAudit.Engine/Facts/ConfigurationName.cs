using System.Text.RegularExpressions;

namespace SecretsAudit.Engine.Facts;

/// <summary>Tells names of plain configuration from names of secrets, by their last word.</summary>
internal static partial class ConfigurationName
{
    /// <summary>Whether the last word of a name is one of configuration.</summary>
    public static bool Fits(string name) => LastWord().IsMatch(name);

    [GeneratedRegex(
        @"(^|[/._-])(url|uri|endpoint|host|hostname|port|region|feature|features|flag|flags|config|configuration|settings|timeout|log-?level|bucket|topic|queue)\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();
}
