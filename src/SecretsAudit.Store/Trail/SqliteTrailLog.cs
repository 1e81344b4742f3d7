using System.Buffers;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.Trail;

/// <summary>The trail in a SQLite file of its own, indexed by every lookup attribute.</summary>
internal sealed class SqliteTrailLog : ITrailLog
{
    public const string FileName = "trail.db";

    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _text = new(4096);
    private readonly Utf8JsonWriter _json;
    private readonly SqliteStatement _insert;

    public SqliteTrailLog(string directory)
    {
        // The trail may lose its last moments in a power cut; it never delays an answer.
        _connection = SqliteFile.Open(
            Path.Combine(directory, FileName),
            "NORMAL",
            """
            CREATE TABLE IF NOT EXISTS event (
                number INTEGER PRIMARY KEY, account TEXT NOT NULL, region TEXT NOT NULL, at INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
                source TEXT NOT NULL, user TEXT, access_key TEXT, read_only INTEGER NOT NULL, resources TEXT NOT NULL, record TEXT NOT NULL) STRICT;
            CREATE INDEX IF NOT EXISTS event_place ON event (account, region, number);
            CREATE TABLE IF NOT EXISTS attribute (
                account TEXT NOT NULL, region TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, number INTEGER NOT NULL,
                PRIMARY KEY (account, region, key, value, number)) STRICT, WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS progress (indexed_to INTEGER NOT NULL) STRICT;
            INSERT INTO progress SELECT COALESCE((SELECT MAX(number) FROM attribute), 0) WHERE NOT EXISTS (SELECT 1 FROM progress)
            """);
        _json = new(_text);
        _insert = new(
            _connection,
            """
            INSERT INTO event (account, region, at, id, name, source, user, access_key, read_only, resources, record)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """);
    }

    public void Append(IReadOnlyList<TrailEvent> events)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var happened in events)
            {
                _text.ResetWrittenCount();
                _json.Reset();
                TrailRecord.WriteTo(_json, happened);
                _json.Flush();
                _insert
                    .Bind(1, happened.Account).Bind(2, happened.Region).Bind(3, happened.At.ToUnixTimeMilliseconds()).Bind(4, happened.EventId)
                    .Bind(5, happened.Name).Bind(6, happened.Source).Bind(7, happened.Identity.UserName).Bind(8, happened.Identity.AccessKeyId)
                    .Bind(9, happened.ReadOnly ? 1 : 0).Bind(10, Resources(happened)).BindText(11, _text.WrittenSpan)
                    .Execute();
            }

            transaction.Commit();
        }
    }

    /// <summary>
    /// Enters some events into the index. Appending does not, because every event has about nine entries: they are made when nothing else
    /// is to do, or when somebody asks.
    /// </summary>
    public bool IndexSome()
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            using var pending = Command(
                """
                SELECT account, region, number, id, name, read_only, access_key, at, source, user, resources, '' FROM event
                WHERE number > (SELECT indexed_to FROM progress) ORDER BY number LIMIT 500
                """);
            using var index = Command(
                "INSERT OR IGNORE INTO attribute VALUES ($account, $region, $key, $value, $number)", "$account", "$region", "$key", "$value", "$number");
            var last = 0L;
            using (var reader = pending.ExecuteReader())
            {
                while (reader.Read())
                {
                    var entry = Read(reader, 2);
                    foreach (var (key, value) in TrailAttributes.Of(entry))
                    {
                        Set(index, reader.GetString(0), reader.GetString(1), key, value, entry.Number);
                        index.ExecuteNonQuery();
                    }

                    last = entry.Number;
                }
            }

            if (last == 0)
            {
                return false;
            }

            using var progress = Command("UPDATE progress SET indexed_to = $last", "$last");
            Set(progress, last);
            progress.ExecuteNonQuery();
            transaction.Commit();
            return true;
        }
    }

    public IReadOnlyList<TrailEntry> Lookup(TrailQuery query)
    {
        while (query.Attribute is not null && IndexSome())
        {
            // The index catches up before it is used.
        }

        lock (_gate)
        {
            using var select = query.Attribute is null
                ? Command(
                    """
                    SELECT number, id, name, read_only, access_key, at, source, user, resources, record FROM event
                    WHERE account = $account AND region = $region AND number < $before AND at >= $from AND at <= $to ORDER BY number DESC LIMIT $limit
                    """,
                    "$account", "$region", "$before", "$from", "$to", "$limit")
                : Command(
                    """
                    SELECT e.number, id, name, read_only, access_key, at, source, user, resources, record
                    FROM attribute a JOIN event e ON e.number = a.number
                    WHERE a.account = $account AND a.region = $region AND a.number < $before AND at >= $from AND at <= $to
                        AND a.key = $key AND a.value = $value
                    ORDER BY a.number DESC LIMIT $limit
                    """,
                    "$account", "$region", "$before", "$from", "$to", "$limit", "$key", "$value");
            Set(
                select, query.Account, query.Region, query.Before ?? long.MaxValue, query.From.ToUnixTimeMilliseconds(),
                query.To.ToUnixTimeMilliseconds(), query.Limit);
            if (query.Attribute is not null)
            {
                select.Parameters["$key"].Value = query.Attribute;
                select.Parameters["$value"].Value = query.Value;
            }

            using var reader = select.ExecuteReader();
            var found = new List<TrailEntry>();
            while (reader.Read())
            {
                found.Add(Read(reader, 0));
            }

            return found;
        }
    }

    public IReadOnlyList<(string Account, string Region)> Places()
    {
        lock (_gate)
        {
            using var select = Command("SELECT DISTINCT account, region FROM event ORDER BY account, region");
            using var reader = select.ExecuteReader();
            var places = new List<(string, string)>();
            while (reader.Read())
            {
                places.Add((reader.GetString(0), reader.GetString(1)));
            }

            return places;
        }
    }

    // Numbers follow time, so the first number that is kept bounds both tables.
    public void Forget(DateTimeOffset before)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            using var first = Command("SELECT coalesce((SELECT min(number) FROM event WHERE at >= $before), (SELECT max(number) + 1 FROM event), 0)", "$before");
            Set(first, before.ToUnixTimeMilliseconds());
            var number = (long)first.ExecuteScalar()!;
            foreach (var table in (ReadOnlySpan<string>)["attribute", "event"])
            {
                using var delete = Command($"DELETE FROM {table} WHERE number < $number", "$number");
                Set(delete, number);
                delete.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    public void CopyTo(string directory)
    {
        lock (_gate)
        {
            SqliteFile.CopyTo(_connection, Path.Combine(directory, FileName));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            SqliteFile.Execute(_connection, "DELETE FROM attribute; DELETE FROM event; UPDATE progress SET indexed_to = 0");
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _json.Dispose();
        _connection.Dispose();
    }

    private static string Resources(TrailEvent happened) => happened.Resources is [var only]
        ? $"{only.Type} {only.Arn}"
        : string.Join('\n', happened.Resources.Select(resource => $"{resource.Type} {resource.Arn}"));

    private static TrailEntry Read(SqliteDataReader reader, int first) => new()
    {
        Number = reader.GetInt64(first),
        EventId = reader.GetString(first + 1),
        EventName = reader.GetString(first + 2),
        ReadOnly = reader.GetInt64(first + 3) == 1,
        AccessKeyId = reader.IsDBNull(first + 4) ? null : reader.GetString(first + 4),
        EventTime = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(first + 5)),
        EventSource = reader.GetString(first + 6),
        Username = reader.IsDBNull(first + 7) ? null : reader.GetString(first + 7),
        Resources =
        [
            .. reader.GetString(first + 8).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ', 2)).Select(parts => new TrailResource(parts[0], parts[1])),
        ],
        Record = reader.GetString(first + 9),
    };

    private SqliteCommand Command(string text, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // the texts are this class's own
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var name in parameters)
        {
            command.Parameters.AddWithValue(name, DBNull.Value);
        }

        return command;
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
