using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Amazon.SecretsManager.Model;
using Microsoft.Data.Sqlite;
using SecretsAudit.Store;
using SecretsAudit.Store.Journal;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Benchmarks.Store;

/// <summary>
/// PutSecretValue, acknowledged after the disk has it, by 1 to 256 writers, beside SQLite alone with the same group commit, in two forms: two
/// rows appended for each write, which is the disk's limit, and the store's own two statements on the store's own table with rows of its
/// size (a secret's row replaced, a value's row added), which is the limit of its layout. The requests were signed before, so the store's side
/// is the store's alone: signature, policy, encryption, commit, audit event and answer.
/// </summary>
internal static class StoreWrites
{
    private const int Secrets = 4096;
    private const int Warm = 30_000;
    private const int Requests = 150_000;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(string[] counts)
    {
        foreach (var writers in counts.Length == 0 ? [1, 8, 64, 256] : counts.Select(count => int.Parse(count, CultureInfo.InvariantCulture)))
        {
            var folder = Directory.CreateTempSubdirectory("store-writes-");
            try
            {
                var append = await RawAsync(Path.Combine(folder.FullName, "append.db"), writers, connection => new Appended(connection));
                var store = await StoreAsync(Path.Combine(folder.FullName, "store"), writers);
                var sizes = Sizes(Path.Combine(folder.FullName, "store", "store.db"));
                var alike = await RawAsync(Path.Combine(folder.FullName, "alike.db"), writers, connection => new Alike(connection, sizes));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{writers} writers: SQLite appending {append:0}/s, with the store's rows ({sizes.Secret} and {sizes.Value} bytes) {alike:0}/s, store {store.PerSecond:0}/s at {store.Cost:0} us of the processors; ratio {store.PerSecond / append:0.00} and {store.PerSecond / alike:0.00}"));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }

    // One thread that writes for everybody who waits, and answers them after the commit.
    private static async Task<double> RawAsync(string file, int writers, Func<SqliteConnection, IWrite> open)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16384; PRAGMA cache_size = -32768");
        using var write = open(connection);
        var queue = Channel.CreateUnbounded<TaskCompletionSource>();
        var commits = Task.Run(() => CommitAsync(connection, write, queue.Reader));
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

    private static async Task CommitAsync(SqliteConnection connection, IWrite write, ChannelReader<TaskCompletionSource> queue)
    {
        var batch = new List<TaskCompletionSource>();
        while (await queue.WaitToReadAsync())
        {
            using var transaction = connection.BeginTransaction();
            while (batch.Count < 256 && queue.TryRead(out var waiting))
            {
                write.Once();
                batch.Add(waiting);
            }

            transaction.Commit();
            batch.ForEach(waiting => waiting.SetResult());
            batch.Clear();
        }
    }

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

    private static async Task<(double PerSecond, double Cost)> StoreAsync(string folder, int writers)
    {
        await using var store = await BenchmarkStore.OpenAsync(folder);
        using var client = BenchmarkStore.Client(store);
        // Many secrets, so that none collects the thousands of young versions that no real one has.
        await Parallel.ForEachAsync(Enumerable.Range(0, Secrets), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, stop) =>
            await client.CreateSecretAsync(new CreateSecretRequest { Name = $"s{i}", SecretString = "first" }, stop));

        var requests = Enumerable.Range(0, Requests).AsParallel()
            .Select(i => SignedRequest.ForEdge("PutSecretValue", $$"""{"SecretId":"s{{i % Secrets}}","SecretString":"value","ClientRequestToken":"{{Guid.NewGuid():D}}"}"""))
            .ToArray();
        // The code that the calls run is compiled in the first of them; SQLite's is compiled already.
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

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // this class's own text
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private interface IWrite : IDisposable
    {
        void Once();
    }

    private sealed class Appended : IWrite
    {
        private readonly SqliteStatement _insert;
        private readonly byte[] _body = new byte[600];

        public Appended(SqliteConnection connection)
        {
            Execute(connection, "CREATE TABLE row (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
            _insert = new(connection, "INSERT INTO row (body) VALUES (?1)");
        }

        public void Once()
        {
            _insert.BindBlob(1, _body).Execute();
            _insert.BindBlob(1, _body).Execute();
        }

        public void Dispose() => _insert.Dispose();
    }

    private sealed class Alike : IWrite
    {
        private readonly SqliteStatement _upsert;
        private readonly byte[] _secret;
        private readonly byte[] _value;
        private readonly byte[] _mac = new byte[16];
        private int _next;

        public Alike(SqliteConnection connection, (int Secret, int Value) sizes)
        {
            Execute(connection, "CREATE TABLE row (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL, mac BLOB NOT NULL, UNIQUE (kind, key)) STRICT");
            _upsert = new(connection, "INSERT INTO row (kind, key, body, mac) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body, mac = excluded.mac");
            (_secret, _value) = (new byte[sizes.Secret], new byte[sizes.Value]);
            using var transaction = connection.BeginTransaction();
            for (var i = 0; i < Secrets; i++)
            {
                Write(6, Key(i), _secret);
                Write(7, Value(i), _value);
            }

            transaction.Commit();
        }

        public void Once()
        {
            var secret = _next++ % Secrets;
            Write(7, Value(secret), _value);
            Write(6, Key(secret), _secret);
        }

        public void Dispose() => _upsert.Dispose();

        private void Write(int kind, string key, byte[] body) => _upsert.Bind(1, kind).Bind(2, key).BindBlob(3, body).BindBlob(4, _mac).Execute();

        private static string Key(int i) => $"123456789012/eu-west-1/s{i}";

        private static string Value(int i) => $"{Key(i)}\n{Guid.NewGuid():D}";
    }
}
