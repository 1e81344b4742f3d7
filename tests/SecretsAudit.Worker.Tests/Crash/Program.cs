namespace SecretsAudit.Worker.Tests;

/// <summary>A worker in a process of its own, for the tests that kill it.</summary>
internal static class Program
{
    /// <summary>Runs a worker that fires every second.</summary>
    /// <param name="arguments">The data folder, and how long an audit takes in milliseconds; <c>-1</c> for ever.</param>
    public static async Task Main(string[] arguments)
    {
        var options = new WorkerOptions { DataDirectory = arguments[0], Schedule = "* * * * * ?", Url = "http://127.0.0.1:0", DashboardToken = null };
        var duration = int.Parse(arguments[1]);
        var audit = new Audit(async stop =>
        {
            await Task.Delay(duration, stop);
            return Results.Result(Results.Finding("db"));
        });
        await WorkerHost.RunAsync(options, audit, [new TextReport("html")], TimeProvider.System, Console.Error, CancellationToken.None);
    }
}
