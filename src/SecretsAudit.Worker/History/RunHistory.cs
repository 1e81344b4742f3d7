using System.Globalization;
using Microsoft.Data.Sqlite;
using SecretsAudit.Model;
using SecretsAudit.Worker.Scheduling;

namespace SecretsAudit.Worker.History;

/// <summary>Keeps the runs: begins them, ends them, once a slot.</summary>
internal sealed class RunHistory(HistoryDatabase database)
{
    /// <summary>How often a slot is tried when its runs are interrupted; an audit that kills the worker must not kill it for ever.</summary>
    public const int AttemptsPerSlot = 2;

    /// <summary>Marks every run that is still recorded as going on: its worker died. To be called while no audit runs.</summary>
    /// <returns>How many there were.</returns>
    public int MarkInterrupted(DateTimeOffset now)
    {
        using var connection = database.Connect();
        return MarkInterrupted(connection, now);
    }

    /// <summary>Opens a run for a slot.</summary>
    /// <returns>The run; null when the slot is done already or has been tried often enough.</returns>
    public RunRecord? Begin(AuditSlot slot, DateTimeOffset now)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();
        MarkInterrupted(connection, now); // at most one audit runs, so whatever is recorded as running is not

        var at = slot.At.ToUnixTimeMilliseconds();
        var done = connection.Scalar<long>("SELECT COUNT(*) FROM runs WHERE slot = $slot AND status <> 'Interrupted'", ("$slot", at));
        var attempts = (int)connection.Scalar<long>("SELECT COUNT(*) FROM runs WHERE slot = $slot", ("$slot", at));
        if (done > 0 || attempts >= AttemptsPerSlot)
        {
            transaction.Commit();
            return null;
        }

        var run = new RunRecord { Id = IdOf(slot, attempts + 1), Slot = slot, Attempt = attempts + 1, Status = RunStatus.Running, StartedAt = now };
        connection.Execute(
            "INSERT INTO runs (id, slot, origin, attempt, status, started) VALUES ($id, $slot, $origin, $attempt, 'Running', $started)",
            ("$id", run.Id),
            ("$slot", at),
            ("$origin", slot.Origin.ToString()),
            ("$attempt", run.Attempt),
            ("$started", now.ToUnixTimeMilliseconds()));
        transaction.Commit();
        return run;
    }

    /// <summary>Stores a run's result and moves the findings' lives on, all or nothing.</summary>
    /// <returns>The result with the run's id, and each finding with its state and the day it was first seen.</returns>
    public AuditResult Complete(RunRecord run, AuditResult result, DateTimeOffset now)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();

        var (tracked, changes) = new FindingTracker(connection).Track(run.Id, result);
        var counts = SeverityCounts.Count(tracked.Findings);
        var changed = connection.Execute(
            """
            UPDATE runs SET status = $status, finished = $finished, critical = $critical, high = $high, medium = $medium, low = $low,
              informational = $informational, waived = $waived, added = $added, fixed = $fixed, reopened = $reopened, gaps = $gaps,
              not_evaluated = $unevaluated, source = $source
            WHERE id = $id AND status = 'Running'
            """,
            ("$id", run.Id),
            ("$status", (tracked.IsComplete ? RunStatus.Succeeded : RunStatus.Incomplete).ToString()),
            ("$finished", now.ToUnixTimeMilliseconds()),
            ("$critical", counts.Critical),
            ("$high", counts.High),
            ("$medium", counts.Medium),
            ("$low", counts.Low),
            ("$informational", counts.Informational),
            ("$waived", counts.Waived),
            ("$added", changes.New),
            ("$fixed", changes.Fixed),
            ("$reopened", changes.Reopened),
            ("$gaps", tracked.Gaps.Count),
            ("$unevaluated", tracked.NotEvaluated.Count),
            ("$source", tracked.Source));
        if (changed != 1)
            throw new InvalidOperationException($"The run {run.Id} is not going on, so it cannot be completed.");

        connection.Execute("INSERT INTO results (run_id, document) VALUES ($id, $document)", ("$id", run.Id), ("$document", ResultDocument.Pack(tracked)));
        transaction.Commit();
        return tracked;
    }

    /// <summary>Ends a run that has no result.</summary>
    /// <param name="run">The run.</param>
    /// <param name="status">Failed or interrupted.</param>
    /// <param name="reason">Why, in a sentence.</param>
    /// <param name="now">When.</param>
    public void EndWithoutResult(RunRecord run, RunStatus status, string reason, DateTimeOffset now)
    {
        using var connection = database.Connect();
        connection.Execute(
            "UPDATE runs SET status = $status, finished = $finished, failure = $failure WHERE id = $id AND status = 'Running'",
            ("$id", run.Id),
            ("$status", status.ToString()),
            ("$failure", reason),
            ("$finished", now.ToUnixTimeMilliseconds()));
    }

    private static int MarkInterrupted(SqliteConnection connection, DateTimeOffset now) =>
        connection.Execute(
            "UPDATE runs SET status = 'Interrupted', finished = $now, failure = 'The worker ended before the audit did.' WHERE status = 'Running'",
            ("$now", now.ToUnixTimeMilliseconds()));

    private static string IdOf(AuditSlot slot, int attempt)
    {
        var at = slot.At.ToUniversalTime();
        var format = at.Millisecond == 0 ? "yyyyMMdd'T'HHmmss'Z'" : "yyyyMMdd'T'HHmmss'.'fff'Z'";
        return at.ToString(format, CultureInfo.InvariantCulture) + (attempt > 1 ? $"-{attempt}" : "");
    }
}
