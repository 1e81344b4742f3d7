namespace SecretsAudit.Reports.Html;

/// <summary>Everything the HTML templates may name. Strings are shown as text; the members whose names end in Html, and Style and Script, hold markup that is safe.</summary>
internal sealed record HtmlReport
{
    /// <summary>The policy for the page's meta element: nothing from anywhere, our one style and one script by their hashes.</summary>
    public required string ContentSecurityPolicy { get; init; }

    public required string Style { get; init; }

    public required string Script { get; init; }

    public required string Source { get; init; }

    public required string RunId { get; init; }

    public required string ToolVersion { get; init; }

    public required Moment AsOf { get; init; }

    public required Moment StartedAt { get; init; }

    public required string Duration { get; init; }

    public required bool IsComplete { get; init; }

    /// <summary>What was missed, as one sentence; empty when nothing was.</summary>
    public required string Missed { get; init; }

    /// <summary>The finding count in one sentence.</summary>
    public required string Headline { get; init; }

    public required IReadOnlyList<Tile> Severities { get; init; }

    public required IReadOnlyList<Tile> States { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    public required IReadOnlyList<GapRow> Gaps { get; init; }

    public required int GapCount { get; init; }

    /// <summary>How many gaps are not listed.</summary>
    public required int GapsLeftOut { get; init; }

    public required IReadOnlyList<UnevaluatedGroup> Unevaluated { get; init; }

    public required int UnevaluatedCount { get; init; }

    public required int UnevaluatedLeftOut { get; init; }

    public required IReadOnlyList<Bar> Categories { get; init; }

    public required IReadOnlyList<Bar> RuleOutcomes { get; init; }

    public required IReadOnlyList<Column> ValueAges { get; init; }

    public required IReadOnlyList<Column> MonthlyCosts { get; init; }

    public required IReadOnlyList<ScopeRow> Scopes { get; init; }

    public required IReadOnlyList<FindingRow> Findings { get; init; }

    public required int FindingCount { get; init; }

    /// <summary>How many findings, the least severe, are not in the file.</summary>
    public required int FindingsLeftOut { get; init; }

    /// <summary>True when the browser must not lay the findings out as one table: without the script's pages that takes it minutes.</summary>
    public bool IsLong => Findings.Count > 500;

    public required IReadOnlyList<RuleRow> Rules { get; init; }

    public required IReadOnlyList<Framework> Frameworks { get; init; }

    public required IReadOnlyList<WaiverRow> Waivers { get; init; }

    public required IReadOnlyList<ConfigRow> ConfigRules { get; init; }
}

/// <summary>A count that filters the table when it is clicked.</summary>
/// <param name="Key">The filter's value.</param>
/// <param name="Label">In words.</param>
/// <param name="Count">How many.</param>
/// <param name="Note">A second line; empty for none.</param>
internal sealed record Tile(string Key, string Label, int Count, string Note);

/// <summary>A number about the estate.</summary>
internal sealed record Figure(string Label, string Value, string Note);

/// <summary>Something that could not be read.</summary>
internal sealed record GapRow(string Kind, string Operation, string Subject, string Scope, string Reason, string Remedy);

/// <summary>What one rule could not judge for one reason.</summary>
internal sealed record UnevaluatedGroup(string RuleId, string RuleTitle, string Reason, int Count, IReadOnlyList<string> Subjects, int SubjectsLeftOut, bool RuleIsListed);

/// <summary>What was read of one account and region.</summary>
internal sealed record ScopeRow(string Account, string Region, int Secrets, int Keys, int Gaps, Bar Bar);

/// <summary>A control framework and how its controls stand.</summary>
internal sealed record Framework(string Name, int Passing, int Failing, int Waived, int Unknown, int WithoutEvidence, Bar Bar, IReadOnlyList<ControlRow> Controls)
{
    /// <summary>All controls that some rule speaks about.</summary>
    public int Total => Controls.Count;
}

/// <summary>One control.</summary>
/// <param name="Id">Its id.</param>
/// <param name="StatusKey"><c>failing</c>, <c>waived</c>, <c>unknown</c>, <c>passing</c>, <c>none</c>.</param>
/// <param name="Status">In words.</param>
/// <param name="Findings">Open findings of its rules.</param>
/// <param name="Rules">The rules that give evidence.</param>
internal sealed record ControlRow(string Id, string StatusKey, string Status, int Findings, IReadOnlyList<RuleLink> Rules)
{
    /// <summary>What it demands, in our own words; empty when not known.</summary>
    public string Title { get; init; } = "";

    /// <summary>Why it was not evaluated, or why no machine can check it; empty when it was.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Rules that give evidence for it and did not judge; empty for none.</summary>
    public string OtherRules { get; init; } = "";
}

/// <summary>A rule to jump to.</summary>
internal sealed record RuleLink(string Id, string Title);

/// <summary>AWS Config's verdict on one of its own rules.</summary>
internal sealed record ConfigRow(string Rule, string Scope, string Compliance, string NonCompliant);
