using System.Diagnostics;
using System.Globalization;
using System.Text;
using Amazon.SecretsManager.Model;
using Microsoft.Data.Sqlite;
using SecretsAudit.Store;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Benchmarks.Store;

/// <summary>
/// PutSecretValue, acknowledged after the disk has it, by 1 to 256 writers, beside SQLite alone with the same group commit, in two forms: two
/// rows appended for each write, and the store's own rows (a secret's replaced, a value's added) in a table like its own, which is what the
/// store would pay without its log. The requests were signed before, so the store's side is the store's alone: signature, policy, encryption,
/// commit, audit event and answer.
/// </summary>
internal static class StoreWrites
{
    // Many secrets, so that none collects the thousands of young versions that no real one has.
    private const int Secrets = 4096;

    // The code that the calls run is compiled in the first of them, over and over, until it is as fast as it gets; SQLite's is compiled already.
    private const int Warm = 60_000;
    private const int Requests = 210_000;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    /// <param name="arguments">How many writers, one number after another; "hot" before them has all of them change the description of one secret.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var isHot = arguments is ["hot", ..];
        var counts = arguments[(isHot ? 1 : 0)..].Select(count => int.Parse(count, CultureInfo.InvariantCulture)).ToArray();
        foreach (var writers in counts.Length == 0 ? [1, 8, 64, 256] : counts)
        {
            var folder = Directory.CreateTempSubdirectory("store-writes-");
            try
            {
                await (isHot ? CompareHotAsync(folder.FullName, writers) : CompareAsync(folder.FullName, writers));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }

    private static async Task CompareAsync(string folder, int writers)
    {
        var append = await SqliteWrites.AppendAsync(Path.Combine(folder, "append.db"), writers);
        var store = await StoreAsync(Path.Combine(folder, "store"), writers, Secrets, Put);
        var sizes = Sizes(Path.Combine(folder, "store", "store.db"));
        var alike = await SqliteWrites.LikeTheStoreAsync(Path.Combine(folder, "alike.db"), writers, Secrets, sizes);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{writers} writers: SQLite appending {append:0}/s, with the store's rows ({sizes.Secret} and {sizes.Value} bytes) {alike:0}/s, store {store.PerSecond:0}/s at {store.Cost:0} us of the processors; ratio {store.PerSecond / append:0.00} and {store.PerSecond / alike:0.00}"));
    }

    private static async Task CompareHotAsync(string folder, int writers)
    {
        var one = await StoreAsync(Path.Combine(folder, "one"), writers, secrets: 1, Describe);
        var many = await StoreAsync(Path.Combine(folder, "many"), writers, Secrets, Describe);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{writers} writers of one secret: {one.PerSecond:0}/s at {one.Cost:0} us of the processors, of many {many.PerSecond:0}/s at {many.Cost:0} us"));
    }

    private static WireRequest Put(string secret) =>
        SignedRequest.ForEdge("PutSecretValue", $$"""{"SecretId":"{{secret}}","SecretString":"value","ClientRequestToken":"{{Guid.NewGuid():D}}"}""");

    // No version comes of it: on one secret they would be more with every write.
    private static WireRequest Describe(string secret) =>
        SignedRequest.ForEdge("UpdateSecret", $$"""{"SecretId":"{{secret}}","Description":"{{Guid.NewGuid():N}}","ClientRequestToken":"{{Guid.NewGuid():D}}"}""");

    // Half of what a secret's row has grown to is what the rows had on the average.
    private static (int Secret, int Value) Sizes(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Mode=ReadOnly");
        connection.Open();
        return (Average(6) / 2, Average(7));

        int Average(int kind)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT CAST(avg(length(body)) AS INTEGER) FROM row WHERE kind = $kind";
            command.Parameters.AddWithValue("$kind", kind);
            return (int)(long)command.ExecuteScalar()!;
        }
    }

    private static async Task<(double PerSecond, double Cost)> StoreAsync(string folder, int writers, int secrets, Func<string, WireRequest> sign)
    {
        await using var store = await BenchmarkStore.OpenAsync(folder);
        using var client = BenchmarkStore.Client(store);
        await Parallel.ForEachAsync(Enumerable.Range(0, secrets), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, stop) =>
            await client.CreateSecretAsync(new CreateSecretRequest { Name = $"s{i}", SecretString = "first" }, stop));

        var requests = Enumerable.Range(0, Requests).AsParallel().Select(i => sign($"s{i % secrets}")).ToArray();
        await WriteAsync(store, requests[..Warm], writers);
        return await WriteAsync(store, requests[Warm..], writers);
    }

    private static async Task<(double PerSecond, double Cost)> WriteAsync(ReferenceStore store, WireRequest[] requests, int writers)
    {
        var next = -1;
        var used = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            var written = 0;
            for (; watch.Elapsed < Length && Interlocked.Increment(ref next) is var mine && mine < requests.Length; written++)
            {
                var answer = await store.Edge.HandleAsync(requests[mine], CancellationToken.None);
                if (answer.Status != 200)
                {
                    throw new InvalidOperationException(Encoding.UTF8.GetString(answer.Body));
                }
            }

            return written;
        })));
        var rate = counts.Sum() / watch.Elapsed.TotalSeconds;
        return (rate, (Process.GetCurrentProcess().TotalProcessorTime - used).TotalMicroseconds / counts.Sum());
    }
}
