using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Benchmarks.Store;

/// <summary>SQLite alone, with group commit, as the measure of <see cref="StoreWrites"/>: one thread writes for everybody who waits.</summary>
internal static class SqliteWrites
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    /// <summary>Two rows appended for each write.</summary>
    public static Task<double> AppendAsync(string file, int writers) => RunAsync(file, writers, connection => new Appended(connection));

    /// <summary>The store's own rows in a table like its own: a secret's replaced, a value's added.</summary>
    public static Task<double> LikeTheStoreAsync(string file, int writers, int secrets, (int Secret, int Value) sizes) =>
        RunAsync(file, writers, connection => new Alike(connection, secrets, sizes));

    private static async Task<double> RunAsync(string file, int writers, Func<SqliteConnection, IWrite> open)
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

    // They are answered after the commit.
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
        private readonly int _secrets;
        private int _next;

        public Alike(SqliteConnection connection, int secrets, (int Secret, int Value) sizes)
        {
            Execute(connection, "CREATE TABLE row (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL, mac BLOB NOT NULL, UNIQUE (kind, key)) STRICT");
            _upsert = new(connection, "INSERT INTO row (kind, key, body, mac) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body, mac = excluded.mac");
            _secrets = secrets;
            (_secret, _value) = (new byte[sizes.Secret], new byte[sizes.Value]);
            using var transaction = connection.BeginTransaction();
            for (var i = 0; i < secrets; i++)
            {
                Write(6, Key(i), _secret);
                Write(7, Value(i), _value);
            }

            transaction.Commit();
        }

        public void Once()
        {
            var secret = _next++ % _secrets;
            Write(7, Value(secret), _value);
            Write(6, Key(secret), _secret);
        }

        public void Dispose() => _upsert.Dispose();

        private void Write(int kind, string key, byte[] body) => _upsert.Bind(1, kind).Bind(2, key).BindBlob(3, body).BindBlob(4, _mac).Execute();

        private static string Key(int i) => $"123456789012/eu-west-1/s{i}";

        private static string Value(int i) => $"{Key(i)}\n{Guid.NewGuid():D}";
    }
}
