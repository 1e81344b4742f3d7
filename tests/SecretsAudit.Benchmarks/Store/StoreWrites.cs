using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Amazon.SecretsManager.Model;
using Microsoft.Data.Sqlite;

namespace SecretsAudit.Benchmarks.Store;

/// <summary>
/// PutSecretValue, acknowledged after the disk has it, by 1 to 256 writers, beside SQLite alone with the same group commit. The requests
/// were signed before, so the store's side is the store's alone: signature, policy, encryption, commit, audit event and answer.
/// </summary>
internal static class StoreWrites
{
    private const int Secrets = 4096;
    private const int Requests = 60_000;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync()
    {
        foreach (var writers in (int[])[1, 8, 64, 256])
        {
            var folder = Directory.CreateTempSubdirectory("store-writes-");
            try
            {
                var raw = await RawAsync(Path.Combine(folder.FullName, "raw.db"), writers);
                var store = await StoreAsync(Path.Combine(folder.FullName, "store"), writers);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{writers} writers: SQLite {raw:0}/s, store {store:0}/s, ratio {store / raw:0.00}"));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }

    // One thread that writes for everybody who waits, and answers them after the commit.
    private static async Task<double> RawAsync(string file, int writers)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
        var queue = Channel.CreateUnbounded<TaskCompletionSource>();
        var commits = Task.Run(() => CommitAsync(connection, queue.Reader));
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            var written = 0;
            for (; watch.Elapsed < Length; written++)
            {
                var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                queue.Writer.TryWrite(answer);
                await answer.Task;
            }

            return written;
        })));
        var rate = counts.Sum() / watch.Elapsed.TotalSeconds;
        queue.Writer.Complete();
        await commits;
        return rate;
    }

    private static async Task CommitAsync(SqliteConnection connection, ChannelReader<TaskCompletionSource> queue)
    {
        var body = new byte[600];
        var batch = new List<TaskCompletionSource>();
        while (await queue.WaitToReadAsync())
        {
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO row (body) VALUES ($body)";
            insert.Parameters.AddWithValue("$body", body);
            while (batch.Count < 256 && queue.TryRead(out var waiting))
            {
                // A write of the store has two rows: the secret and the value.
                insert.ExecuteNonQuery();
                insert.ExecuteNonQuery();
                batch.Add(waiting);
            }

            transaction.Commit();
            batch.ForEach(waiting => waiting.SetResult());
            batch.Clear();
        }
    }

    private static async Task<double> StoreAsync(string folder, int writers)
    {
        await using var store = await BenchmarkStore.OpenAsync(folder);
        using var client = BenchmarkStore.Client(store);
        // Many secrets, so that none collects the thousands of young versions that no real one has.
        await Parallel.ForEachAsync(Enumerable.Range(0, Secrets), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, stop) =>
            await client.CreateSecretAsync(new CreateSecretRequest { Name = $"s{i}", SecretString = "first" }, stop));

        var requests = Enumerable.Range(0, Requests).AsParallel()
            .Select(i => SignedRequest.ForEdge("PutSecretValue", $$"""{"SecretId":"s{{i % Secrets}}","SecretString":"value","ClientRequestToken":"{{Guid.NewGuid():D}}"}"""))
            .ToArray();
        var next = -1;
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            var written = 0;
            for (; watch.Elapsed < Length && Interlocked.Increment(ref next) is var mine && mine < Requests; written++)
            {
                var answer = await store.Edge.HandleAsync(requests[mine], CancellationToken.None);
                if (answer.Status != 200)
                {
                    throw new InvalidOperationException(Encoding.UTF8.GetString(answer.Body));
                }
            }

            return written;
        })));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // this class's own text
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
