using SecretsAudit.Model;

namespace SecretsAudit.Reports.Text;

/// <summary>A severity in the words of the reports and of the formats they are written in.</summary>
internal static class SeverityWords
{
    /// <summary>Worst first, as every report lists them.</summary>
    public static IReadOnlyList<Severity> WorstFirst { get; } =
        [Severity.Critical, Severity.High, Severity.Medium, Severity.Low, Severity.Informational];

    /// <summary>Lower case, stable: used as a key in files and styles.</summary>
    public static string Key(Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.High => "high",
        Severity.Medium => "medium",
        Severity.Low => "low",
        Severity.Informational => "informational",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };

    /// <summary>As a person reads it.</summary>
    public static string Label(Severity severity) => severity switch
    {
        Severity.Informational => "Info",
        _ => severity.ToString(),
    };
}
