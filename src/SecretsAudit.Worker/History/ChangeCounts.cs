namespace SecretsAudit.Worker.History;

/// <summary>What a run changed against the runs before it.</summary>
/// <param name="New">Findings seen for the first time.</param>
/// <param name="Fixed">Findings that are gone, on evidence.</param>
/// <param name="Reopened">Findings that had been fixed or waived and are there again.</param>
internal sealed record ChangeCounts(int New, int Fixed, int Reopened);
