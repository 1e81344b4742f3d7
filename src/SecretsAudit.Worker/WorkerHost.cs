using SecretsAudit.Model;
using SecretsAudit.Worker.Hosting;

namespace SecretsAudit.Worker;

/// <summary>Runs audits on a schedule, keeps their history and serves the dashboard.</summary>
public static class WorkerHost
{
    /// <summary>Runs until it is told to stop. A running audit may then finish within <see cref="WorkerOptions.StopGrace"/>.</summary>
    /// <param name="options">How to run.</param>
    /// <param name="audit">What to run.</param>
    /// <param name="writers">The formats the dashboard offers; <c>html</c> is required.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where log lines go; usually stderr.</param>
    /// <param name="cancellationToken">Stops the worker; the method then returns normally.</param>
    /// <exception cref="WorkerConfigurationException">An option is wrong, the folder is taken, or the address is.</exception>
    public static async Task RunAsync(
        WorkerOptions options,
        IAuditRun audit,
        IReadOnlyList<IReportWriter> writers,
        TimeProvider time,
        TextWriter log,
        CancellationToken cancellationToken)
    {
        await using var worker = await RunningWorker.StartAsync(options, audit, writers, time, log, cancellationToken);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(stopped.SetResult);
        await stopped.Task;
    }
}
