using Microsoft.Data.Sqlite;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.Trail;

/// <summary>The trail in a SQLite file of its own, indexed by every lookup attribute.</summary>
internal sealed class SqliteTrailLog : ITrailLog
{
    public const string FileName = "trail.db";

    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();

    public SqliteTrailLog(string directory)
    {
        // The trail may lose its last moments in a power cut; it never delays an answer.
        _connection = SqliteFile.Open(Path.Combine(directory, FileName), "NORMAL");
        SqliteFile.Execute(
            _connection,
            """
            CREATE TABLE IF NOT EXISTS event (
                number INTEGER PRIMARY KEY, account TEXT NOT NULL, region TEXT NOT NULL, at INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
                source TEXT NOT NULL, user TEXT, access_key TEXT, read_only INTEGER NOT NULL, resources TEXT NOT NULL, record TEXT NOT NULL) STRICT;
            CREATE INDEX IF NOT EXISTS event_place ON event (account, region, number);
            CREATE TABLE IF NOT EXISTS attribute (
                account TEXT NOT NULL, region TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, number INTEGER NOT NULL,
                PRIMARY KEY (account, region, key, value, number)) STRICT, WITHOUT ROWID
            """);
    }

    public void Append(IReadOnlyList<TrailEvent> events)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            using var insert = Command(
                """
                INSERT INTO event (account, region, at, id, name, source, user, access_key, read_only, resources, record)
                VALUES ($account, $region, $at, $id, $name, $source, $user, $key, $readonly, $resources, $record) RETURNING number
                """,
                "$account", "$region", "$at", "$id", "$name", "$source", "$user", "$key", "$readonly", "$resources", "$record");
            using var index = Command(
                "INSERT OR IGNORE INTO attribute VALUES ($account, $region, $key, $value, $number)", "$account", "$region", "$key", "$value", "$number");
            foreach (var happened in events)
            {
                Set(
                    insert, happened.Account, happened.Region, happened.At.ToUnixTimeMilliseconds(), happened.EventId, happened.Name, happened.Source,
                    happened.Identity.UserName, happened.Identity.AccessKeyId, happened.ReadOnly ? 1 : 0,
                    string.Join('\n', happened.Resources.Select(resource => $"{resource.Type} {resource.Arn}")), TrailRecord.Write(happened));
                var number = (long)insert.ExecuteScalar()!;
                foreach (var (key, value) in TrailAttributes.Of(happened))
                {
                    Set(index, happened.Account, happened.Region, key, value, number);
                    index.ExecuteNonQuery();
                }
            }

            transaction.Commit();
        }
    }

    public IReadOnlyList<TrailEntry> Lookup(TrailQuery query)
    {
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
                found.Add(Read(reader));
            }

            return found;
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
            SqliteFile.Execute(_connection, "DELETE FROM attribute; DELETE FROM event");
        }
    }

    public void Dispose() => _connection.Dispose();

    private static TrailEntry Read(SqliteDataReader reader) => new()
    {
        Number = reader.GetInt64(0),
        EventId = reader.GetString(1),
        EventName = reader.GetString(2),
        ReadOnly = reader.GetInt64(3) == 1,
        AccessKeyId = reader.IsDBNull(4) ? null : reader.GetString(4),
        EventTime = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(5)),
        EventSource = reader.GetString(6),
        Username = reader.IsDBNull(7) ? null : reader.GetString(7),
        Resources =
        [
            .. reader.GetString(8).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ', 2)).Select(parts => new TrailResource(parts[0], parts[1])),
        ],
        Record = reader.GetString(9),
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
