using SecretsAudit.Worker.Scheduling;

namespace SecretsAudit.Worker.History;

/// <summary>One run as the history lists it; its result is stored beside it.</summary>
internal sealed record RunRecord
{
    /// <summary>Identifies the run and sorts by slot: <c>20261124T030000Z</c>, with <c>-2</c> for a second attempt.</summary>
    public required string Id { get; init; }

    /// <summary>What it was for.</summary>
    public required AuditSlot Slot { get; init; }

    /// <summary>Which attempt at its slot it is, from 1.</summary>
    public required int Attempt { get; init; }

    public required RunStatus Status { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it runs. Of an interrupted run, when that was noticed.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    public SeverityCounts Findings { get; init; } = new();

    public ChangeCounts Changes { get; init; } = new(0, 0, 0);

    public int Gaps { get; init; }

    public int NotEvaluated { get; init; }

    /// <summary>Where the inventory came from; null when there is no result.</summary>
    public string? Source { get; init; }

    /// <summary>Why it failed or was interrupted; null when it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether a result is stored.</summary>
    public bool HasResult => Status is RunStatus.Succeeded or RunStatus.Incomplete;
}
