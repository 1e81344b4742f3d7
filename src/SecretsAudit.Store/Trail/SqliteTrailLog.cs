using Microsoft.Data.Sqlite;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.Trail;

/// <summary>
/// The trail in a SQLite file of its own: events in segments, and an index by every lookup attribute beside them. An event has one number for
/// good, which follows the order of recording.
/// </summary>
internal sealed class SqliteTrailLog : ITrailLog
{
    public const string FileName = "trail.db";

    // Segments that are packed at a time.
    private const int Step = 32;

    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();
    private readonly TrailSegment _segment = new();
    private readonly SqliteStatement _insert;
    private readonly TrailIndex _index;
    private long _next;
    private bool _hasPacked;

    public SqliteTrailLog(string directory)
    {
        // The trail may lose its last moments in a power cut; it never delays an answer.
        _connection = SqliteFile.Open(
            Path.Combine(directory, FileName),
            "NORMAL",
            """
            CREATE TABLE IF NOT EXISTS segment (
                first INTEGER PRIMARY KEY, last INTEGER NOT NULL, count INTEGER NOT NULL, account TEXT NOT NULL, region TEXT NOT NULL, oldest INTEGER NOT NULL,
                newest INTEGER NOT NULL, is_indexed INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
            CREATE INDEX IF NOT EXISTS segment_place ON segment (account, region, first, oldest, newest);
            CREATE INDEX IF NOT EXISTS segment_waiting ON segment (first) WHERE is_indexed = 0;
            """ + TrailIndex.Schema,
            shrinks: true);
        _insert = new(
            _connection, "INSERT INTO segment (first, last, count, account, region, oldest, newest, is_indexed, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        _index = new(_connection);
        _next = (long)SqliteFile.Command(_connection, "SELECT coalesce(max(last), 0) FROM segment").ExecuteScalar()! + 1;
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
    /// Packs some events closely and enters them into the index. Appending does not, because it takes longer than the call that is recorded: it
    /// is done when nothing else is to do, or when somebody asks.
    /// </summary>
    public bool IndexSome()
    {
        lock (_gate)
        {
            var waiting = Waiting();
            if (waiting.Count == 0)
            {
                GiveBackSpace();
                return false;
            }

            using var transaction = _connection.BeginTransaction();
            foreach (var segment in waiting)
            {
                Delete(segment);
            }

            foreach (var part in waiting.SelectMany(segment => segment.Events).Chunk(TrailSegment.Limit))
            {
                var packed = new StoredSegment(waiting[0].Account, waiting[0].Region, [.. part]);
                Write(packed, isIndexed: true);
                _index.Add(packed);
            }

            transaction.Commit();
            _hasPacked = true;
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
            SqliteFile.Execute(_connection, "DELETE FROM entry; DELETE FROM segment");
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
                Write(new(place.Key.Account, place.Key.Region, [.. part.Select(happened => new NumberedEvent(next++, happened))]), isIndexed: false);
            }
        }

        return next;
    }

    private void Write(StoredSegment segment, bool isIndexed) => _insert
        .Bind(1, segment.First).Bind(2, segment.Events[^1].Number).Bind(3, segment.Events.Count).Bind(4, segment.Account).Bind(5, segment.Region)
        .Bind(6, segment.Events.Min(entry => entry.Happened.At).ToUnixTimeMilliseconds()).Bind(7, segment.Events.Max(entry => entry.Happened.At).ToUnixTimeMilliseconds())
        .Bind(8, isIndexed ? 1 : 0).BindBlob(9, _segment.Encode(segment.Events, isIndexed)).Execute();

    private void Delete(StoredSegment segment)
    {
        using var delete = SqliteFile.Command(_connection, "DELETE FROM segment WHERE first = $first", ("$first", segment.First));
        delete.ExecuteNonQuery();
    }

    // The oldest segments of one place that wait for the index, behind the indexed one before them when that has room: single calls come in segments of one event.
    private List<StoredSegment> Waiting()
    {
        if (Read("WHERE is_indexed = 0 ORDER BY first LIMIT 1") is not [var oldest])
        {
            return [];
        }

        ReadOnlySpan<(string, object)> place = [("$account", oldest.Account), ("$region", oldest.Region), ("$first", oldest.First)];
        var waiting = Read(
            $"WHERE first = (SELECT max(first) FROM segment WHERE account = $account AND region = $region AND first < $first) AND is_indexed = 1 AND count < {TrailSegment.Limit}", place);

        // Up to the next indexed one: of a segment that was shortened the neighbours are indexed already.
        waiting.AddRange(Read(
            $"""
            WHERE account = $account AND region = $region AND is_indexed = 0 AND first >= $first
                AND first < coalesce((SELECT min(first) FROM segment WHERE account = $account AND region = $region AND first > $first AND is_indexed = 1), {long.MaxValue})
            ORDER BY first LIMIT {Step}
            """,
            place));
        return waiting;
    }

    private List<StoredSegment> Read(string which, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var select = SqliteFile.Command(_connection, $"SELECT {StoredSegment.Columns} FROM segment {which}", parameters);
        using var reader = select.ExecuteReader();
        var read = new List<StoredSegment>();
        while (reader.Read())
        {
            read.Add(StoredSegment.Read(reader));
        }

        return read;
    }

    // Packing leaves pages behind, in the file and in its log.
    private void GiveBackSpace()
    {
        if (_hasPacked)
        {
            SqliteFile.Execute(_connection, "PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE)");
            _hasPacked = false;
        }
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
            foreach (var found in StoredSegment.Read(reader).Find(query))
            {
                yield return found;
            }
        }
    }

    // Takes what is too old from segments that hold younger events too; answers from how many.
    private int Shorten(DateTimeOffset before)
    {
        var shortened = 0;
        foreach (var segment in Read("WHERE oldest < $before", ("$before", before.ToUnixTimeMilliseconds())))
        {
            // Events follow time but for a clock that was set back; the first that is young enough bounds them.
            var kept = segment.Events.FindIndex(entry => entry.Happened.At >= before);
            if (kept == 0)
            {
                continue;
            }

            Delete(segment);
            Write(segment with { Events = segment.Events[kept..] }, isIndexed: false);
            shortened++;
        }

        return shortened;
    }
}
