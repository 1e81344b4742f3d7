using System.Diagnostics;
using System.Globalization;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace SecretsAudit.Benchmarks.Store;

/// <summary>Many secrets: what they take in memory, how long a start takes, and whether pages and reads stay as quick as with a thousand.</summary>
internal static class StoreSize
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var most = arguments is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 500_000;
        var folder = Directory.CreateTempSubdirectory("store-size-");
        try
        {
            // The code is compiled once more while it is used: whichever is measured later looks quicker. The small store is, so that the ratio flatters nobody.
            await MeasureAsync(Path.Combine(folder.FullName, "first"), 1_000);
            var large = await MeasureAsync(Path.Combine(folder.FullName, "large"), most);
            var small = await MeasureAsync(Path.Combine(folder.FullName, "small"), 1_000);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"page {large.Page / small.Page:0.00}, read {large.Read / small.Read:0.00} times that of 1,000 secrets"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>How long a start takes, several times, with a folder that is made when it is not there and kept.</summary>
    public static async Task<int> StartAsync(string folder, int secrets)
    {
        if (!Directory.Exists(folder))
        {
            await FillAsync(folder, secrets);
        }

        for (var round = 0; round < 3; round++)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var start = Stopwatch.StartNew();
            await using var opened = await BenchmarkStore.OpenAsync(folder);
            var startup = start.Elapsed;
            var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / opened.Status.Secrets;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{opened.Status.Secrets} secrets: start {startup.TotalSeconds:0.0} s, {memory} bytes a secret"));
        }

        return 0;
    }

    private static async Task FillAsync(string folder, int secrets)
    {
        await using var store = await BenchmarkStore.OpenAsync(folder);
        using var client = BenchmarkStore.Client(store);
        await Parallel.ForEachAsync(Enumerable.Range(0, secrets), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (i, stop) =>
            await client.CreateSecretAsync(new CreateSecretRequest { Name = Name(i), SecretString = $"value {i}", Description = "of the benchmark" }, stop));
    }

    private static async Task<(double Page, double Read)> MeasureAsync(string folder, int secrets)
    {
        await FillAsync(folder, secrets);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.StartNew();
        await using var opened = await BenchmarkStore.OpenAsync(folder);
        var startup = start.Elapsed;
        var memory = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / secrets;
        using var reader = BenchmarkStore.Client(opened);
        var page = await TimeAsync(200, i => reader.ListSecretsAsync(new ListSecretsRequest { MaxResults = 100, SortBy = SortByType.Name }));
        var read = await TimeAsync(2_000, i => reader.GetSecretValueAsync(new GetSecretValueRequest { SecretId = Name((int)(i * 7919L % secrets)) }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{secrets} secrets: start {startup.TotalSeconds:0.0} s, {memory:0} bytes a secret, page of 100 {page:0.00} ms, read {read:0.000} ms"));
        return (page, read);
    }

    private static string Name(int i) => $"team{i % 97}/service/{i}";

    private static async Task<double> TimeAsync(int count, Func<int, Task> call)
    {
        for (var i = 0; i < count; i++)
        {
            // Once over everything first: the first read of a day writes the day.
            await call(i);
        }

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            await call(i);
        }

        return watch.Elapsed.TotalMilliseconds / count;
    }
}
