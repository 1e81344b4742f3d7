using Microsoft.Data.Sqlite;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.Trail;

/// <summary>
/// The trail in a SQLite file of its own: events in segments, and an index by every lookup attribute beside them. Numbers follow the order of
/// recording within an account and region.
/// </summary>
internal sealed class SqliteTrailLog : ITrailLog
{
    public const string FileName = "trail.db";

    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();
    private readonly TrailSegment _segment = new();
    private readonly SqliteStatement _insert;
    private readonly TrailIndex _index;
    private long _next;

    public SqliteTrailLog(string directory)
    {
        // The trail may lose its last moments in a power cut; it never delays an answer.
        _connection = SqliteFile.Open(
            Path.Combine(directory, FileName),
            "NORMAL",
            """
            CREATE TABLE IF NOT EXISTS segment (
                first INTEGER PRIMARY KEY, last INTEGER NOT NULL, account TEXT NOT NULL, region TEXT NOT NULL, oldest INTEGER NOT NULL,
                newest INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
            CREATE INDEX IF NOT EXISTS segment_place ON segment (account, region, first);
            """ + TrailIndex.Schema);
        _insert = new(_connection, "INSERT INTO segment (first, last, account, region, oldest, newest, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        _index = new(_connection);
        _next = Math.Max(_index.IndexedTo, (long)SqliteFile.Command(_connection, "SELECT coalesce(max(last), 0) FROM segment").ExecuteScalar()!) + 1;
        TrailMigration.Run(_connection, events => _next = Write(events, _next));
    }

    public void Append(IReadOnlyList<TrailEvent> events)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            var next = Write(events, _next);
            transaction.Commit();
            _next = next;
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
            return _index.AddSome();
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
            return [.. (query.Attribute is null ? Newest(query) : _index.Find(query)).Take(query.Limit)];
        }
    }

    public IReadOnlyList<(string Account, string Region)> Places()
    {
        lock (_gate)
        {
            using var select = SqliteFile.Command(_connection, "SELECT DISTINCT account, region FROM segment ORDER BY account, region");
            using var reader = select.ExecuteReader();
            var places = new List<(string, string)>();
            while (reader.Read())
            {
                places.Add((reader.GetString(0), reader.GetString(1)));
            }

            return places;
        }
    }

    public void Forget(DateTimeOffset before)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            var moment = before.ToUnixTimeMilliseconds();
            using var delete = SqliteFile.Command(_connection, "DELETE FROM segment WHERE newest < $before", ("$before", moment));
            if (delete.ExecuteNonQuery() + Shorten(before) > 0)
            {
                _index.ForgetOrphans();
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
            SqliteFile.Execute(_connection, "DELETE FROM attribute; DELETE FROM segment");
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _index.Dispose();
        _connection.Dispose();
    }

    // A segment is of one place. Answers the number after the last event's.
    private long Write(IReadOnlyList<TrailEvent> events, long next)
    {
        foreach (var place in events.GroupBy(happened => (happened.Account, happened.Region)))
        {
            foreach (var part in place.Chunk(TrailSegment.Limit))
            {
                _insert
                    .Bind(1, next).Bind(2, next + part.Length - 1).Bind(3, place.Key.Account).Bind(4, place.Key.Region)
                    .Bind(5, part.Min(happened => happened.At).ToUnixTimeMilliseconds()).Bind(6, part.Max(happened => happened.At).ToUnixTimeMilliseconds())
                    .BindBlob(7, _segment.Encode(part)).Execute();
                next += part.Length;
            }
        }

        return next;
    }

    private IEnumerable<TrailEntry> Newest(TrailQuery query)
    {
        using var select = SqliteFile.Command(
            _connection,
            $"""
            SELECT {StoredSegment.Columns} FROM segment
            WHERE account = $account AND region = $region AND first < $before AND newest >= $from AND oldest <= $to ORDER BY first DESC
            """,
            ("$account", query.Account), ("$region", query.Region), ("$before", query.Before ?? long.MaxValue),
            ("$from", query.From.ToUnixTimeMilliseconds()), ("$to", query.To.ToUnixTimeMilliseconds()));
        using var reader = select.ExecuteReader();
        while (reader.Read())
        {
            var segment = StoredSegment.Read(reader);
            for (var number = Math.Min(segment.Last, (query.Before ?? long.MaxValue) - 1); number >= segment.First; number--)
            {
                if (segment.At(number) is var happened && happened.At >= query.From && happened.At <= query.To)
                {
                    yield return TrailAttributes.Entry(number, happened);
                }
            }
        }
    }

    // Takes what is too old from segments that hold younger events too; answers from how many.
    private int Shorten(DateTimeOffset before)
    {
        var mixed = new List<StoredSegment>();
        using (var select = SqliteFile.Command(_connection, $"SELECT {StoredSegment.Columns} FROM segment WHERE oldest < $before", ("$before", before.ToUnixTimeMilliseconds())))
        {
            using var reader = select.ExecuteReader();
            while (reader.Read())
            {
                mixed.Add(StoredSegment.Read(reader));
            }
        }

        var shortened = 0;
        foreach (var segment in mixed)
        {
            // Events follow time but for a clock that was set back; the first that is young enough bounds them.
            var kept = segment.Events.FindIndex(happened => happened.At >= before);
            if (kept == 0)
            {
                continue;
            }

            using var delete = SqliteFile.Command(_connection, "DELETE FROM segment WHERE first = $first", ("$first", segment.First));
            delete.ExecuteNonQuery();
            Write(segment.Events[kept..], segment.First + kept);
            shortened++;
        }

        return shortened;
    }
}
