using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Amazon.SecretsManager.Model;
using SecretsAudit.Store;
using SecretsAudit.Store.Hosting;

namespace SecretsAudit.Benchmarks.Store;

/// <summary>
/// What the audit trail costs GetSecretValue: the same call on a store with a trail and on one without, in turns of the same run, so that whatever else
/// the machine does falls on both. First without a socket, which is the least that a read can be; then over HTTP, as programs read.
/// </summary>
internal static class StoreTrailCost
{
    private const int Rounds = 8;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("store-trail-cost-");
        try
        {
            await using var with = await OpenAsync(Path.Combine(folder.FullName, "with"), omitsTrail: false);
            await using var without = await OpenAsync(Path.Combine(folder.FullName, "without"), omitsTrail: true);
            await CompareAsync("without a socket", async store => await MeasureAsync(store), with, without);

            await using var servedWith = await StoreServer.StartAsync(with, new IPEndPoint(IPAddress.Loopback, 0));
            await using var servedWithout = await StoreServer.StartAsync(without, new IPEndPoint(IPAddress.Loopback, 0));
            var script = Path.Combine(folder.FullName, "get.lua");
            await CompareAsync("over HTTP", async store =>
            {
                var address = store == with ? servedWith.Address : servedWithout.Address;
                await File.WriteAllTextAsync(script, SignedRequest.ForWrk(address, "GetSecretValue", """{"SecretId":"bench"}"""));
                var (perSecond, cost, _) = StoreReads.Ask(address, script, "8", seconds: 1);
                return (1_000_000 / perSecond, cost);
            }, with, without);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A turn's first figure is a read's share of the time, the second the processor's time for it, the appending behind it included.
    private static async Task CompareAsync(string how, Func<ReferenceStore, Task<(double Caller, double Processor)>> measure, ReferenceStore with, ReferenceStore without)
    {
        var callers = new List<double>();
        var processors = new List<double>();
        for (var round = -1; round < Rounds; round++)
        {
            // Each goes first as often as the other.
            var first = await measure(round % 2 == 0 ? with : without);
            var second = await measure(round % 2 == 0 ? without : with);
            if (round < 0)
            {
                // Warm now.
                continue;
            }

            var (traced, bare) = round % 2 == 0 ? (first, second) : (second, first);
            callers.Add(traced.Caller / bare.Caller - 1);
            processors.Add(traced.Processor / bare.Processor - 1);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{how}: with {traced.Caller:0.00} us a read and {traced.Processor:0.00} of the processor's, without {bare.Caller:0.00} and {bare.Processor:0.00}: {callers[^1]:+0.0%;-0.0%} and {processors[^1]:+0.0%;-0.0%}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{how}, median of {Rounds}: the trail costs a read {Median(callers):+0.0%;-0.0%} of its time and {Median(processors):+0.0%;-0.0%} of the processor's"));
    }

    private static async Task<ReferenceStore> OpenAsync(string folder, bool omitsTrail)
    {
        var store = await BenchmarkStore.OpenAsync(folder, omitsTrail);
        using var client = BenchmarkStore.Client(store);
        await client.CreateSecretAsync(new CreateSecretRequest { Name = "bench", SecretString = """{"username":"app","password":"of-no-use"}""" });
        return store;
    }

    private static async Task<(double Caller, double Processor)> MeasureAsync(ReferenceStore store)
    {
        var request = SignedRequest.ForEdge("GetSecretValue", """{"SecretId":"bench"}""");
        var used = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var calls = 0;
        for (; watch.Elapsed < Turn; calls++)
        {
            var answer = await store.Edge.HandleAsync(request, CancellationToken.None);
            if (answer.Status != 200)
            {
                throw new InvalidOperationException(Encoding.UTF8.GetString(answer.Body));
            }
        }

        var caller = watch.Elapsed.TotalMicroseconds / calls;

        // The appending that these calls left behind is theirs, and no turn of the other's.
        await store.FlushTrailAsync();
        return (caller, (Process.GetCurrentProcess().TotalProcessorTime - used).TotalMicroseconds / calls);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return (values[values.Count / 2] + values[(values.Count - 1) / 2]) / 2;
    }
}
