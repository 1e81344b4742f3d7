using SecretsAudit.Model;

namespace SecretsAudit.Worker.History;

/// <summary>How many findings a run has of each severity. Waived ones are counted apart.</summary>
internal sealed record SeverityCounts
{
    public int Critical { get; init; }

    public int High { get; init; }

    public int Medium { get; init; }

    public int Low { get; init; }

    public int Informational { get; init; }

    public int Waived { get; init; }

    /// <summary>All findings that are not waived.</summary>
    public int Total => Critical + High + Medium + Low + Informational;

    /// <summary>The count of one severity.</summary>
    public int Of(Severity severity) => severity switch
    {
        Severity.Critical => Critical,
        Severity.High => High,
        Severity.Medium => Medium,
        Severity.Low => Low,
        _ => Informational,
    };

    /// <summary>Counts findings.</summary>
    public static SeverityCounts Count(IReadOnlyList<Finding> findings)
    {
        int Unwaived(Severity severity) => findings.Count(finding => finding.Severity == severity && finding.State != FindingState.Waived);

        return new()
        {
            Critical = Unwaived(Severity.Critical),
            High = Unwaived(Severity.High),
            Medium = Unwaived(Severity.Medium),
            Low = Unwaived(Severity.Low),
            Informational = Unwaived(Severity.Informational),
            Waived = findings.Count(finding => finding.State == FindingState.Waived),
        };
    }
}
