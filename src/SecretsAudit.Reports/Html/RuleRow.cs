namespace SecretsAudit.Reports.Html;

/// <summary>One rule and how it came out.</summary>
internal sealed record RuleRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string SeverityKey { get; init; }

    public required string SeverityLabel { get; init; }

    public required string Category { get; init; }

    /// <summary>Safe HTML.</summary>
    public required string DescriptionHtml { get; init; }

    /// <summary>Safe HTML.</summary>
    public required string RemediationHtml { get; init; }

    public required IReadOnlyList<ControlLink> Controls { get; init; }

    /// <summary>An https address; null when there is none.</summary>
    public string? HelpUri { get; init; }

    /// <summary>False when the engine kept no tally: a code rule counts findings only.</summary>
    public required bool HasTally { get; init; }

    public required int Passed { get; init; }

    public required int Failed { get; init; }

    public required int NotApplicable { get; init; }

    public required int NotEvaluated { get; init; }

    /// <summary>Passed, failed and not evaluated on the rule's own scale.</summary>
    public required Bar Outcome { get; init; }
}
