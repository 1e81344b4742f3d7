using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace SecretsAudit.EndToEnd.Tests;

/// <summary>The worker audits, keeps the run and shows it.</summary>
public sealed class WorkerTests
{
    [Fact]
    public async Task A_started_worker_shows_its_run_its_findings_and_the_next_fire_time()
    {
        using var tool = new Tool();
        var port = FreePort();
        using var worker = tool.Start("worker", "--run-now", "--no-code", "--url", $"http://127.0.0.1:{port}");
        var log = worker.StandardError.ReadToEndAsync();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        try
        {
            var run = await FinishedRunAsync(http, worker);

            var overview = await http.GetStringAsync(new Uri("/", UriKind.Relative));
            Assert.Contains("03:00", overview, StringComparison.Ordinal);
            Assert.Contains($"/runs/{run}", overview, StringComparison.Ordinal);
            Assert.Contains("Resource policy lets anyone in", await http.GetStringAsync(new Uri($"/runs/{run}", UriKind.Relative)), StringComparison.Ordinal);
            Assert.Contains("WildcardResourcePolicy", await http.GetStringAsync(new Uri($"/runs/{run}/report/sarif", UriKind.Relative)), StringComparison.Ordinal);
        }
        finally
        {
            if (!worker.HasExited)
                worker.Kill(entireProcessTree: true);
            await worker.WaitForExitAsync();
            await log;
        }
    }

    private static async Task<string> FinishedRunAsync(HttpClient http, Process worker)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            Assert.False(worker.HasExited, "the worker has ended");
            try
            {
                using var runs = JsonDocument.Parse(await http.GetStringAsync(new Uri("/api/runs", UriKind.Relative), patience.Token));
                if (runs.RootElement.GetProperty("runs").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } run
                    && run.GetProperty("status").GetString() == "Succeeded")
                    return run.GetProperty("id").GetString()!;
            }
            catch (HttpRequestException refused) when (refused.StatusCode is null or HttpStatusCode.ServiceUnavailable)
            {
                // It has not begun to listen.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
