using Microsoft.Data.Sqlite;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.Trail;

/// <summary>
/// Which segments hold events with a lookup attribute. An entry is a hash and a segment's first number, so that an event costs a few bytes;
/// what a hash found is compared before it is answered.
/// </summary>
internal sealed class TrailIndex : IDisposable
{
    public const string Schema =
        """
        CREATE TABLE IF NOT EXISTS entry (hash INTEGER NOT NULL, first INTEGER NOT NULL, PRIMARY KEY (hash, first)) STRICT, WITHOUT ROWID;
        """;

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _insert;
    private readonly HashSet<int> _entered = [];

    public TrailIndex(SqliteConnection connection)
    {
        _connection = connection;
        _insert = new(connection, "INSERT OR IGNORE INTO entry (hash, first) VALUES (?1, ?2)");
    }

    public void Add(StoredSegment segment)
    {
        _entered.Clear();
        foreach (var (_, happened) in segment.Events)
        {
            foreach (var (key, value) in TrailAttributes.Of(happened))
            {
                var hash = Hash(segment.Account, segment.Region, key, value);
                if (_entered.Add(hash))
                {
                    _insert.Bind(1, hash).Bind(2, segment.First).Execute();
                }
            }
        }
    }

    /// <summary>The indexed events with an attribute, newest first.</summary>
    public IEnumerable<TrailEntry> Find(TrailQuery query)
    {
        using var select = SqliteFile.Command(
            _connection,
            $"""
            SELECT {StoredSegment.Columns} FROM segment
            WHERE first IN (SELECT first FROM entry WHERE hash = $hash AND first < $before)
                AND account = $account AND region = $region AND newest >= $from AND oldest <= $to ORDER BY first DESC
            """,
            ("$hash", (long)Hash(query.Account, query.Region, query.Attribute!, query.Value!)), ("$before", query.Before ?? long.MaxValue),
            ("$account", query.Account), ("$region", query.Region), ("$from", query.From.ToUnixTimeMilliseconds()), ("$to", query.To.ToUnixTimeMilliseconds()));
        using var reader = select.ExecuteReader();
        while (reader.Read())
        {
            foreach (var found in StoredSegment.Read(reader).Find(query))
            {
                yield return found;
            }
        }
    }

    /// <summary>Forgets the entries of segments that are gone.</summary>
    public void ForgetOrphans() => SqliteFile.Execute(_connection, "DELETE FROM entry WHERE first NOT IN (SELECT first FROM segment)");

    public void Dispose() => _insert.Dispose();

    // FNV-1a, folded to 32 bits: the same on every machine and in every version, as a file needs it.
    // https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
    private static int Hash(params ReadOnlySpan<string> parts)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in parts)
        {
            foreach (var letter in part)
            {
                hash = (hash ^ letter) * 1099511628211UL;
            }

            hash = (hash ^ 0xFFFF) * 1099511628211UL;
        }

        return (int)(hash ^ (hash >> 32));
    }
}
