using SecretsAudit.Model;
using SecretsAudit.Worker.History;
using SecretsAudit.Worker.Hosting;

namespace SecretsAudit.Worker.Tests;

/// <summary>A whole worker on a free loopback port, with real Quartz, SQLite and Kestrel.</summary>
internal sealed class TestWorker : IAsyncDisposable
{
    /// <summary>A schedule that does not fire while a test runs.</summary>
    public const string Rarely = "0 0 1 1 *";

    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly RunningWorker _worker;

    private TestWorker(RunningWorker worker, StringWriter log)
    {
        _worker = worker;
        Log = log;
        Browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = worker.Address };
    }

    public HttpClient Browser { get; }

    public Uri Address => _worker.Address;

    public StringWriter Log { get; }

    public static WorkerOptions Options(TemporaryFolder folder) => new()
    {
        DataDirectory = folder.Path,
        Url = "http://127.0.0.1:0",
        Schedule = Rarely,
        DashboardToken = null,
    };

    public static async Task<TestWorker> StartAsync(WorkerOptions options, IAuditRun audit, IReadOnlyList<IReportWriter>? writers = null)
    {
        var log = new StringWriter();
        writers ??= [new TextReport("html"), new TextReport("sarif"), new TextReport("json")];
        return new(await RunningWorker.StartAsync(options, audit, writers, TimeProvider.System, log, CancellationToken.None), log);
    }

    /// <summary>Runs in a folder, read from outside the worker.</summary>
    public static IReadOnlyList<RunRecord> RunsIn(TemporaryFolder folder)
    {
        using var history = HistoryDatabase.Open(folder.File("history.db"));
        return new RunLookup(history).List(0, 1000);
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<bool> so, string what, TestWorker? worker = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!so())
        {
            Assert.False(patience.IsCancellationRequested, $"Waited {Patience} in vain: {what}. {worker?.Log}");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await _worker.DisposeAsync();
    }
}
