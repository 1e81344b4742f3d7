using System.Text.Json.Serialization;

namespace SecretsAudit.Model;

/// <summary>A rule's failure on one subject.</summary>
public sealed record Finding
{
    /// <summary>Identifies the finding across runs: lower-case hex SHA-256 of rule, subject and sub-key (see <see cref="FindingFingerprint"/>).</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The rule's id, <c>SAUD1003</c>.</summary>
    public required string RuleId { get; init; }

    /// <summary>The rule's name, <c>rotation-overdue</c>.</summary>
    public required string RuleName { get; init; }

    /// <summary>The rule's title.</summary>
    public required string Title { get; init; }

    /// <summary>How bad it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is wrong here, in one or two sentences. Never holds a secret's value.</summary>
    public required string Message { get; init; }

    /// <summary>What it is about.</summary>
    public required FindingSubject Subject { get; init; }

    /// <summary>Where a value that is written at <see cref="Subject"/> is used as a credential; null when it is used there or nowhere known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FindingSubject.Code>? UsedAt { get; init; }

    /// <summary>What it rests on, most telling first.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>How to fix it, as Markdown.</summary>
    public required string Remediation { get; init; }

    /// <summary>How sure we are.</summary>
    public Confidence Confidence { get; init; } = Confidence.High;

    /// <summary>Where it stands in its life.</summary>
    public FindingState State { get; init; } = FindingState.New;

    /// <summary>The waiver that covers it; null when none does.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>When it was first seen (UTC); null when this run keeps no history.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>What the subject costs a month, in US dollars; null when cost is not known or not at issue.</summary>
    public decimal? MonthlyCost { get; init; }

    /// <summary>What fixing it saves a month, in US dollars; null when it saves nothing or cost is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? MonthlySaving { get; init; }

    /// <summary>The change that fixes it, filled in for this subject; null when no command can.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FindingFix? Fix { get; init; }

    /// <summary>When it is to be fixed (UTC), by its severity; null when no due times are set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Due { get; init; }
}
