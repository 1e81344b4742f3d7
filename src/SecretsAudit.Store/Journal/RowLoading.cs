using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Journal;

/// <summary>Reads all rows of a database. Checking and parsing is most of a start, so every core does some; the order stays.</summary>
internal static class RowLoading
{
    private const int RowsAtOnce = 1024;

    /// <summary>Every row, with what the logs hold over it.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="codec">Checks the rows and parses them.</param>
    /// <param name="over">What the logs hold over it; null for a row that is deleted.</param>
    /// <exception cref="StoreDamagedException">A row fails its check, or is missing.</exception>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public static List<Row> Load(SqliteConnection connection, RowCodec codec, IReadOnlyDictionary<RowId, StoredRow?> over)
    {
        // Read before the rows: then the tables have their size from the start.
        var indexed = CountByIndex(connection);
        var rows = new List<Row>((int)(indexed / 2));
        var values = new Dictionary<string, SealedValue>((int)(indexed / 2), StringComparer.Ordinal);
        var count = 0L;
        foreach (var (id, row) in Together(Read(connection).Chunk(RowsAtOnce).AsParallel().AsOrdered().Select(part => Decode(part, codec))).SelectMany(part => part))
        {
            count++;
            if (over.Count == 0 || !over.ContainsKey(id))
            {
                Add(rows, values, id, row);
            }
        }

        foreach (var (id, row) in Together(over.Values.OfType<StoredRow>().Chunk(RowsAtOnce).AsParallel().AsOrdered().Select(part => Decode(part, codec))).SelectMany(part => part))
        {
            Add(rows, values, id, row);
        }

        // A page that lost a row is well-formed: only the index, which lies in other pages, still knows of it.
        if (indexed != count)
        {
            throw new StoreDamagedException($"{SqliteJournal.FileName} holds {count} rows and an index of {indexed}: the file was altered or damaged.");
        }

        try
        {
            rows.AsParallel().OfType<Secret>().ForAll(secret => Attach(secret, values));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.Flatten().InnerExceptions[0]);
        }

        return rows;
    }

    private static (RowId Id, object Row)[] Decode(StoredRow[] part, RowCodec codec) =>
    [
        .. part.Select(stored => codec.Decode(stored) switch
        {
            (SealedValue or LogPosition) and var other => (stored.Id, other),
            Row row when row.Id == stored.Id => (stored.Id, (object)row),
            _ => throw new StoreDamagedException($"The {stored.Id.Kind} row '{stored.Id.Key}' lies under another row's key."),
        }),
    ];

    // The first failure as it was thrown.
    private static IEnumerable<T> Together<T>(ParallelQuery<T> query)
    {
        using var each = query.GetEnumerator();
        while (true)
        {
            try
            {
                if (!each.MoveNext())
                {
                    yield break;
                }
            }
            catch (AggregateException failures)
            {
                ExceptionDispatchInfo.Throw(failures.Flatten().InnerExceptions[0]);
            }

            yield return each.Current;
        }
    }

    private static long CountByIndex(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM row INDEXED BY sqlite_autoindex_row_1";
        return (long)command.ExecuteScalar()!;
    }

    private static void Add(List<Row> rows, Dictionary<string, SealedValue> values, RowId id, object row)
    {
        if (row is Row whole)
        {
            rows.Add(whole);
        }
        else if (row is SealedValue value && !values.TryAdd(id.Key, value))
        {
            throw new StoreDamagedException($"The {id.Kind} row '{id.Key}' is there twice.");
        }
    }

    private static void Attach(Secret secret, Dictionary<string, SealedValue> values)
    {
        foreach (var version in secret.Versions)
        {
            if (!version.IsEmpty)
            {
                version.Attach(values.GetValueOrDefault(SecretValues.IdOf(secret, version.Id).Key)
                    ?? throw new StoreDamagedException($"The value of version {version.Id} of secret '{secret.Id.Key}' is missing."));
            }
        }
    }

    private static IEnumerable<StoredRow> Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT kind, key, body, mac FROM row ORDER BY id";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new(new((RowKind)reader.GetInt64(0), reader.GetString(1)), (byte[])reader[2], (byte[])reader[3]);
        }
    }
}
