using Microsoft.Extensions.Logging;
using SecretsAudit.Model;
using SecretsAudit.Worker.Scheduling;

namespace SecretsAudit.Worker.History;

/// <summary>Runs one audit and records how it went, once a slot.</summary>
internal sealed class RecordedAudit(
    IAuditRun audit, RunHistory history, RetentionSweep retention, TimeSpan timeout, TimeProvider time, ILogger<RecordedAudit> log) : IAuditWork
{
    private const int LongestReason = 500;

    /// <inheritdoc/>
    public async Task RunAsync(AuditSlot slot, CancellationToken stopping)
    {
        if (history.Begin(slot, time.GetUtcNow()) is not { } run)
        {
            log.LogInformation("Slot {Slot:u} is recorded already; nothing to do.", slot.At);
            return;
        }

        log.LogInformation("Run {Run} begins ({Origin}).", run.Id, slot.Origin);
        await ExecuteAsync(run, stopping);
        retention.Sweep(time.GetUtcNow());
    }

    private async Task ExecuteAsync(RunRecord run, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, patience.Token);
        try
        {
            var result = await audit.ExecuteAsync(either.Token);
            result = history.Complete(run, result, time.GetUtcNow());
            log.LogInformation("Run {Run} ended: {Findings} findings, {Gaps} gaps.", run.Id, result.Findings.Count, result.Gaps.Count);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            End(run, RunStatus.Interrupted, "The worker was stopped before the audit ended.");
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            End(run, RunStatus.Failed, $"The audit took longer than {timeout} and was stopped.");
        }
        catch (Exception error) // the worker's loop: one failed audit is recorded, the next one runs
        {
            log.LogError(error, "Run {Run} failed.", run.Id);
            End(run, RunStatus.Failed, Reason(error));
        }
    }

    private void End(RunRecord run, RunStatus status, string reason)
    {
        log.LogWarning("Run {Run}: {Status}. {Reason}", run.Id, status, reason);
        history.EndWithoutResult(run, status, reason, time.GetUtcNow());
    }

    private static string Reason(Exception error)
    {
        var text = $"{error.GetType().Name}: {error.Message}";
        return text.Length <= LongestReason ? text : text[..LongestReason] + "…";
    }
}
