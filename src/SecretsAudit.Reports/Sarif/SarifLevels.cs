using SecretsAudit.Model;

namespace SecretsAudit.Reports.Sarif;

/// <summary>Severities and confidences in SARIF's and GitHub's words.</summary>
internal static class SarifLevels
{
    /// <summary>The <c>level</c> of a result.</summary>
    public static string Level(Severity severity) => severity switch
    {
        >= Severity.High => "error",
        Severity.Medium => "warning",
        _ => "note",
    };

    /// <summary>GitHub's <c>security-severity</c>: over 9.0 critical, 7.0–8.9 high, 4.0–6.9 medium, 0.1–3.9 low.</summary>
    /// <seealso href="https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning"/>
    public static string SecuritySeverity(Severity severity) => severity switch
    {
        Severity.Critical => "9.5",
        Severity.High => "8.0",
        Severity.Medium => "5.5",
        Severity.Low => "3.0",
        _ => "0.5",
    };

    /// <summary>GitHub's <c>precision</c>.</summary>
    public static string Precision(Confidence confidence) => confidence switch
    {
        Confidence.High => "very-high",
        Confidence.Medium => "high",
        _ => "medium",
    };

    /// <summary>SARIF's <c>baselineState</c>; null when the run keeps no history to compare with.</summary>
    public static string? BaselineState(Finding finding) => finding switch
    {
        { State: FindingState.Fixed } => "absent",
        { FirstSeen: null } => null,
        { State: FindingState.New } => "new",
        // A waiver that expired was in the last run, suppressed; a finding that was fixed and came back was not.
        { State: FindingState.Reopened, Waiver: not null } => "updated",
        { State: FindingState.Reopened } => "new",
        _ => "unchanged",
    };
}
