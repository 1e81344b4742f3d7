using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Amazon.SecretsManager.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SecretsAudit.Store.Hosting;

namespace SecretsAudit.Benchmarks.Store;

/// <summary>
/// GetSecretValue over HTTP, signature, policy, decryption and audit event included, beside a bare endpoint that answers the same bytes;
/// both are served by this process and asked by wrk. The cores may be shared: the processor time a request costs is what to compare.
/// </summary>
internal static partial class StoreReads
{
    private const int Rounds = 3;
    private const int Seconds = 3;

    public static async Task<int> RunAsync(string[] connections)
    {
        var folder = Directory.CreateTempSubdirectory("store-reads-");
        try
        {
            await using var store = await BenchmarkStore.OpenAsync(Path.Combine(folder.FullName, "store"));
            using var client = BenchmarkStore.Client(store);
            await client.CreateSecretAsync(new CreateSecretRequest { Name = "bench", SecretString = """{"username":"app","password":"of-no-use"}""" });
            await using var server = await StoreServer.StartAsync(store, new IPEndPoint(IPAddress.Loopback, 0));
            var script = Path.Combine(folder.FullName, "get.lua");
            await File.WriteAllTextAsync(script, SignedRequest.ForWrk(server.Address, "GetSecretValue", """{"SecretId":"bench"}"""));
            await using var bare = await BareAsync(new string('x', 330));
            var bareAddress = new Uri(bare.Urls.First());
            foreach (var count in connections.Length == 0 ? ["32"] : connections)
            {
                Ask(server.Address, script, count);
                Ask(bareAddress, script, count);
                for (var round = 0; round < Rounds; round++)
                {
                    var limit = Ask(bareAddress, script, count);
                    var reads = Ask(server.Address, script, count);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} connections: bare {limit.PerSecond:0}/s {limit.Cost:0.0} us, store {reads.PerSecond:0}/s {reads.Cost:0.0} us, p99 {reads.P99}; ratio {reads.PerSecond / limit.PerSecond:0.00} by rate, {limit.Cost / reads.Cost:0.00} by processor time"));
                }
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static (double PerSecond, double Cost, string P99) Ask(Uri address, string script, string connections, int seconds = Seconds)
    {
        var start = new ProcessStartInfo("wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "--latency", "-s", script, address.ToString()]) { RedirectStandardOutput = true };
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        using var wrk = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start");
        var output = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        var used = Process.GetCurrentProcess().TotalProcessorTime - before;
        if (output.Contains("Non-2xx", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(output);
        }

        var requests = double.Parse(Requests().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        var rate = double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        return (rate, used.TotalMicroseconds / requests, P99().Match(output).Groups[1].Value);
    }

    private static async Task<WebApplication> BareAsync(string body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null).ConfigureAwait(false);
            context.Response.ContentType = "application/x-amz-json-1.1";
            context.Response.ContentLength = bytes.Length;
            context.Response.Headers["x-amzn-RequestId"] = "00000000-0000-0000-0000-000000000000";
            await context.Response.Body.WriteAsync(bytes).ConfigureAwait(false);
        });
        await app.StartAsync();
        return app;
    }

    [GeneratedRegex(@"(\d+) requests in", RegexOptions.None, 1000)]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)", RegexOptions.None, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"^ +99% +(\S+)", RegexOptions.Multiline, 1000)]
    private static partial Regex P99();
}
