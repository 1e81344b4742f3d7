namespace SecretsAudit.Model;

/// <summary>How one control came out in a run.</summary>
public sealed record ControlCoverage
{
    /// <summary>The control's id in its framework: <c>8.6.3</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it demands, in our own words.</summary>
    public required string Title { get; init; }

    /// <summary>How it came out.</summary>
    public required ControlStatus Status { get; init; }

    /// <summary>The rules that give evidence for it, by id; those that did not judge in this run included.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Resources that passed its rules.</summary>
    public int Passed { get; init; }

    /// <summary>Findings against it that are not waived.</summary>
    public int Failed { get; init; }

    /// <summary>Findings against it that a waiver covers.</summary>
    public int Waived { get; init; }

    /// <summary>Resources that its rules could not judge.</summary>
    public int NotEvaluated { get; init; }

    /// <summary>Why no machine can check it, or why it was not evaluated, as a sentence; null for pass and fail.</summary>
    public string? Reason { get; init; }
}
