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
        CREATE TABLE IF NOT EXISTS entry (
            era INTEGER NOT NULL, hash INTEGER NOT NULL, first INTEGER NOT NULL, PRIMARY KEY (era, hash, first)) STRICT, WITHOUT ROWID;
        """;

    // Entries lie together by 2^18 numbers: those that are written now fit into memory, however many there are, and what is old goes at once.
    private const int EraBits = 18;

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _insert;
    private readonly HashSet<int> _entered = [];

    public TrailIndex(SqliteConnection connection)
    {
        _connection = connection;
        _insert = new(connection, "INSERT OR IGNORE INTO entry (era, hash, first) VALUES (?1, ?2, ?3)");
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
                    _insert.Bind(1, segment.First >> EraBits).Bind(2, hash).Bind(3, segment.First).Execute();
                }
            }
        }
    }

    /// <summary>The indexed events with an attribute, newest first.</summary>
    public IEnumerable<TrailEntry> Find(TrailQuery query)
    {
        var (oldest, newest) = (Bound("min", query), Bound("max", query));
        for (var era = newest >> EraBits; newest > 0 && era >= oldest >> EraBits; era--)
        {
            using var select = SqliteFile.Command(
                _connection,
                $"""
                SELECT {StoredSegment.Columns} FROM segment
                WHERE first IN (SELECT first FROM entry WHERE era = $era AND hash = $hash AND first < $before)
                    AND account = $account AND region = $region AND newest >= $from AND oldest <= $to ORDER BY first DESC
                """,
                ("$era", era), ("$hash", (long)Hash(query.Account, query.Region, query.Attribute!, query.Value!)), ("$before", query.Before ?? long.MaxValue),
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
    }

    /// <summary>Forgets the entries of segments that are gone. A few stay for a while and find nothing.</summary>
    public void ForgetOrphans() =>
        SqliteFile.Execute(_connection, $"DELETE FROM entry WHERE era < coalesce((SELECT min(first) >> {EraBits} FROM segment), {long.MaxValue})");

    // The place's oldest or newest segment's number; 0 when it has none.
    private long Bound(string which, TrailQuery query)
    {
        using var select = SqliteFile.Command(
            _connection, $"SELECT coalesce({which}(first), 0) FROM segment WHERE account = $account AND region = $region AND first < $before",
            ("$account", query.Account), ("$region", query.Region), ("$before", query.Before ?? long.MaxValue));
        return (long)select.ExecuteScalar()!;
    }

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
