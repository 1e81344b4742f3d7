using System.Net;

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
            var page = await WaitForAsync(http, "wildcard-resource-policy", worker);

            Assert.Contains("03:00", page, StringComparison.Ordinal);
        }
        finally
        {
            if (!worker.HasExited)
                worker.Kill(entireProcessTree: true);
            await worker.WaitForExitAsync();
            await log;
        }
    }

    private static async Task<string> WaitForAsync(HttpClient http, string expected, System.Diagnostics.Process worker)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            Assert.False(worker.HasExited, "the worker has ended");
            try
            {
                var page = await http.GetStringAsync(new Uri("/", UriKind.Relative), patience.Token);
                if (page.Contains(expected, StringComparison.Ordinal))
                    return page;
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
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
