using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SecretsAudit.Model;
using SecretsAudit.Worker.Dashboard;
using SecretsAudit.Worker.History;
using SecretsAudit.Worker.Scheduling;
using SecretsAudit.Worker.Scheduling.Quartz;

namespace SecretsAudit.Worker.Hosting;

/// <summary>A worker that has started; disposing stops it.</summary>
internal sealed class RunningWorker : IAsyncDisposable
{
    private readonly Stack<IDisposable> _held = new();
    private WebApplication? _web;

    private RunningWorker()
    {
    }

    /// <summary>Where the dashboard listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts a worker.</summary>
    /// <exception cref="WorkerConfigurationException">An option is wrong, the folder is taken, or the address is.</exception>
    public static async Task<RunningWorker> StartAsync(
        WorkerOptions options, IAuditRun audit, IReadOnlyList<IReportWriter> writers, TimeProvider time, TextWriter log, CancellationToken cancellationToken)
    {
        var worker = new RunningWorker();
        try
        {
            await worker.OpenAsync(options, audit, writers, time, log, cancellationToken);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_web is { } web)
        {
            _web = null;
            await web.StopAsync();
            await web.DisposeAsync();
        }

        while (_held.TryPop(out var held))
            held.Dispose();
    }

    private async Task OpenAsync(
        WorkerOptions options, IAuditRun audit, IReadOnlyList<IReportWriter> writers, TimeProvider time, TextWriter log, CancellationToken cancellationToken)
    {
        OptionCheck.Check(options, writers);
        var cron = CronSchedule.Parse(options.Schedule, options.TimeZone, time.GetUtcNow());
        var folder = Hold(WorkerFolder.Take(options.DataDirectory));
        var loggers = new LineLoggers(log, time);
        var history = Hold(HistoryDatabase.Open(folder.HistoryFile));

        var runs = new RunHistory(history);
        var interrupted = runs.MarkInterrupted(time.GetUtcNow());
        var work = new RecordedAudit(
            audit, runs, new RetentionSweep(history, options.Retention), options.AuditTimeout, time, loggers.CreateLogger<RecordedAudit>());
        var schedule = Hold(new QuartzSchedule(cron, folder.ScheduleFile, work, time, loggers));

        var state = new DashboardState(new RunLookup(history), new FindingLookup(history), schedule, writers, options, time);
        _web = DashboardServer.Build(state, new ScheduleService(schedule, options.StopGrace), loggers);
        await StartWebAsync(_web, options, cancellationToken);

        var events = loggers.CreateLogger<RunningWorker>();
        if (interrupted > 0)
            events.LogWarning("A run was going on when the worker last ended; it is marked interrupted ({Count}).", interrupted);

        await RequestFirstAsync(options, schedule, new RunLookup(history), time, cancellationToken);
        events.LogInformation("Dashboard at {Address}; next audit at {Next:u}.", Address, await schedule.NextFireAsync(cancellationToken));
    }

    private async Task StartWebAsync(WebApplication web, WorkerOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await web.StartAsync(cancellationToken);
        }
        catch (IOException error)
        {
            throw new WorkerConfigurationException($"The dashboard cannot listen on {options.Url}: {error.Message} Name another address with --url.", error);
        }

        var addresses = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Address = new Uri(addresses.Addresses.First());
    }

    // A stop in the middle of an audit must not cost the night's result: the slot is asked for again, unless a later one has come.
    private static async Task RequestFirstAsync(
        WorkerOptions options, QuartzSchedule schedule, RunLookup runs, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (options.RunAtStart)
            await schedule.RequestAsync(new(now, SlotOrigin.Start), cancellationToken);
        else if (runs.List(0, 1) is [{ Status: RunStatus.Interrupted } last] && last.Slot.At >= (schedule.Cron.LastAtOrBefore(now) ?? DateTimeOffset.MinValue))
            await schedule.RequestAsync(last.Slot, cancellationToken);
    }

    private T Hold<T>(T held)
        where T : IDisposable
    {
        _held.Push(held);
        return held;
    }
}
