using Microsoft.Data.Sqlite;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.Trail;

/// <summary>Which events have which lookup attribute, by number. It follows the segments at its own pace.</summary>
internal sealed class TrailIndex : IDisposable
{
    public const string Schema =
        """
        CREATE TABLE IF NOT EXISTS attribute (
            account TEXT NOT NULL, region TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, number INTEGER NOT NULL,
            PRIMARY KEY (account, region, key, value, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS progress (indexed_to INTEGER NOT NULL) STRICT;
        INSERT INTO progress SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM progress)
        """;

    private const int Step = 500;

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _insert;
    private StoredSegment? _read;

    public TrailIndex(SqliteConnection connection)
    {
        _connection = connection;
        _insert = new(connection, "INSERT OR IGNORE INTO attribute (account, region, key, value, number) VALUES (?1, ?2, ?3, ?4, ?5)");
    }

    /// <summary>The number up to which events are entered.</summary>
    public long IndexedTo => (long)SqliteFile.Command(_connection, "SELECT indexed_to FROM progress").ExecuteScalar()!;

    /// <summary>Enters some more events; false when all are entered.</summary>
    public bool AddSome()
    {
        var from = IndexedTo + 1;
        var segment = Holding(from) ?? Read("first > $number ORDER BY first", from);
        if (segment is null)
        {
            return false;
        }

        using var transaction = _connection.BeginTransaction();
        from = Math.Max(from, segment.First);
        var last = Math.Min(segment.Last, from + Step - 1);
        for (var number = from; number <= last; number++)
        {
            foreach (var (key, value) in TrailAttributes.Of(segment.At(number)))
            {
                _insert.Bind(1, segment.Account).Bind(2, segment.Region).Bind(3, key).Bind(4, value).Bind(5, number).Execute();
            }
        }

        using var progress = SqliteFile.Command(_connection, "UPDATE progress SET indexed_to = $last", ("$last", last));
        progress.ExecuteNonQuery();
        transaction.Commit();
        return true;
    }

    /// <summary>The entered events with an attribute, newest first.</summary>
    public IEnumerable<TrailEntry> Find(TrailQuery query)
    {
        // The bounds in number spare reading the segments of all the time that is not asked for.
        using var select = SqliteFile.Command(
            _connection,
            """
            SELECT number FROM attribute
            WHERE account = $account AND region = $region AND key = $key AND value = $value AND number < $before
                AND number >= (SELECT coalesce(min(first), 0) FROM segment WHERE account = $account AND region = $region AND newest >= $from)
                AND number <= (SELECT coalesce(max(last), 0) FROM segment WHERE account = $account AND region = $region AND oldest <= $to)
            ORDER BY number DESC
            """,
            ("$account", query.Account), ("$region", query.Region), ("$key", query.Attribute!), ("$value", query.Value!), ("$before", query.Before ?? long.MaxValue),
            ("$from", query.From.ToUnixTimeMilliseconds()), ("$to", query.To.ToUnixTimeMilliseconds()));
        using var reader = select.ExecuteReader();
        while (reader.Read())
        {
            var number = reader.GetInt64(0);
            if (Holding(number)?.At(number) is { } happened && happened.At >= query.From && happened.At <= query.To)
            {
                yield return TrailAttributes.Entry(number, happened);
            }
        }
    }

    /// <summary>Forgets the entries of events that are gone.</summary>
    public void ForgetOrphans()
    {
        _read = null;
        SqliteFile.Execute(
            _connection,
            "DELETE FROM attribute WHERE number > coalesce((SELECT last FROM segment WHERE first <= attribute.number ORDER BY first DESC LIMIT 1), 0)");
    }

    public void Dispose() => _insert.Dispose();

    private StoredSegment? Holding(long number) =>
        _read?.Holds(number) is true || (_read = Read("first <= $number ORDER BY first DESC", number))?.Holds(number) is true ? _read : null;

    private StoredSegment? Read(string which, long number)
    {
        using var select = SqliteFile.Command(_connection, $"SELECT {StoredSegment.Columns} FROM segment WHERE {which} LIMIT 1", ("$number", number));
        using var reader = select.ExecuteReader();
        return reader.Read() ? StoredSegment.Read(reader) : null;
    }
}
