namespace SecretsAudit.Reports.Html;

/// <summary>One finding as the table shows it.</summary>
internal sealed record FindingRow
{
    /// <summary>The anchor, from the fingerprint, so that a link still works in the next run's report.</summary>
    public required string Anchor { get; init; }

    public required string SeverityKey { get; init; }

    public required string SeverityLabel { get; init; }

    /// <summary>0 to 4, worst highest.</summary>
    public required int SeverityRank { get; init; }

    public required string State { get; init; }

    public required string RuleId { get; init; }

    public required string RuleName { get; init; }

    public required string Title { get; init; }

    public required string Message { get; init; }

    /// <summary>The resource's name, or the file's.</summary>
    public required string Subject { get; init; }

    /// <summary>Account and region, or the line.</summary>
    public required string Place { get; init; }

    /// <summary>The ARN, or path and position.</summary>
    public required string Identity { get; init; }

    /// <summary>What kind of thing it is: the CloudFormation type, or source code.</summary>
    public required string Kind { get; init; }

    /// <summary>Empty for source code.</summary>
    public string Account { get; init; } = "";

    /// <summary>Empty for source code.</summary>
    public string Region { get; init; } = "";

    /// <summary>Empty when nobody is named.</summary>
    public string Owner { get; init; } = "";

    public required string Confidence { get; init; }

    public Moment? FirstSeen { get; init; }

    /// <summary>Seconds since 1970, to sort by; 0 when not known.</summary>
    public long FirstSeenEpoch => FirstSeen?.Epoch ?? 0;

    /// <summary>In US dollars, to the cent; null when not known or not at issue.</summary>
    public string? MonthlyCost { get; init; }

    /// <summary>The cost to sort by; 0 when there is none.</summary>
    public decimal CostRank { get; init; }

    /// <summary>By when it is to be fixed; null when no time is set.</summary>
    public Moment? Due { get; init; }

    /// <summary>True when that time has passed and it is not fixed.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>What the fix saves a month, in US dollars; null when that is not at issue.</summary>
    public string? MonthlySaving { get; init; }

    /// <summary>The change itself, by language; empty when none is given.</summary>
    public IReadOnlyList<FixRow> Fixes { get; init; } = [];

    public IReadOnlyList<EvidenceRow> Evidence { get; init; } = [];

    /// <summary>Safe HTML; null when the rule's section holds the same text and the report is too long to repeat it.</summary>
    public string? RemediationHtml { get; init; }

    public IReadOnlyList<ControlLink> Controls { get; init; } = [];

    public WaiverRow? Waiver { get; init; }

    /// <summary>True when the rules section has this rule.</summary>
    public bool RuleIsListed { get; init; }
}

/// <summary>The fix in one language.</summary>
internal sealed record FixRow(string Label, string Text);

/// <summary>One observation.</summary>
internal sealed record EvidenceRow(string Label, string Observation, string Source, Moment? ReadAt);

/// <summary>The controls of one framework that a rule gives evidence for.</summary>
internal sealed record ControlLink(string Framework, string Ids);

/// <summary>A waiver as shown beside its finding and in its own section.</summary>
internal sealed record WaiverRow(
    string Anchor, string RuleId, string RuleName, string Subject, string Scope, string Owner, string Approver, string Reason, Moment Expires, string Remaining, bool EndsSoon, bool Expired);
