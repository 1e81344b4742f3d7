using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Journal;

/// <summary>Rows in one SQLite file: write-ahead log, every commit synced to disk, one connection that one thread uses at a time.</summary>
/// <seealso href="https://www.sqlite.org/pragma.html#pragma_synchronous"/>
internal sealed class SqliteJournal : IDisposable
{
    public const string FileName = "store.db";

    // Of one transaction of a checkpoint: its sync shares the disk with the commits that go on meanwhile.
    private const int AppliedAtOnce = 2048;

    private readonly SqliteConnection _connection;
    private readonly RowCodec _codec;
    private readonly SqliteStatement _upsert;
    private readonly SqliteStatement _delete;

    public SqliteJournal(string directory, RowCodec codec)
    {
        _codec = codec;
        WriteAheadLog.Check(Path.Combine(directory, FileName));
        _connection = SqliteFile.Open(
            Path.Combine(directory, FileName),
            "FULL",
            """
            CREATE TABLE IF NOT EXISTS row (
                id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL, mac BLOB NOT NULL, UNIQUE (kind, key)) STRICT
            """);
        _upsert = new(
            _connection,
            """
            INSERT INTO row (kind, key, body, mac) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body, mac = excluded.mac
            """);
        _delete = new(_connection, "DELETE FROM row WHERE kind = ?1 AND key = ?2");
    }

    /// <summary>Up to which commit of the logs the database has everything.</summary>
    /// <exception cref="StoreDamagedException">The row that tells fails its check.</exception>
    public long ReadPosition()
    {
        try
        {
            using var command = _connection.CreateCommand();
            command.CommandText = "SELECT body, mac FROM row WHERE kind = $kind AND key = $key";
            command.Parameters.AddWithValue("$kind", (long)LogPosition.Id.Kind);
            command.Parameters.AddWithValue("$key", LogPosition.Id.Key);
            using var reader = command.ExecuteReader();
            return reader.Read() ? ((LogPosition)_codec.Decode(new(LogPosition.Id, (byte[])reader[0], (byte[])reader[1]))).Applied : 0;
        }
        catch (SqliteException damage)
        {
            throw new StoreDamagedException($"{FileName} cannot be read: {damage.Message}", damage);
        }
    }

    /// <summary>Every row, with what the logs hold over it.</summary>
    /// <exception cref="StoreDamagedException">A row fails its check.</exception>
    public IReadOnlyList<Row> Load(IReadOnlyDictionary<RowId, StoredRow?> over)
    {
        try
        {
            var rows = RowLoading.Load(_connection, _codec, over);
            StartNewLog();
            return rows;
        }
        catch (SqliteException damage)
        {
            throw new StoreDamagedException($"{FileName} cannot be read: {damage.Message}", damage);
        }
    }

    public void CopyTo(string directory) => SqliteFile.CopyTo(_connection, Path.Combine(directory, FileName));

    /// <summary>Every row of a database that is only read, such as a backup's.</summary>
    /// <exception cref="StoreDamagedException">The file is missing, or a row fails its check.</exception>
    public static IReadOnlyList<Row> Read(string directory, RowCodec codec)
    {
        var file = Path.Combine(directory, FileName);
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            return RowLoading.Load(connection, codec, ImmutableDictionary<RowId, StoredRow?>.Empty);
        }
        catch (SqliteException damage)
        {
            throw new StoreDamagedException($"{file} cannot be read: {damage.Message}", damage);
        }
    }

    /// <summary>Writes rows and then, when all are on the disk, up to which commit the database now has everything.</summary>
    /// <remarks>A crash in between leaves rows of later commits: the logs still have all of these, and a start reads them over the database.</remarks>
    /// <exception cref="StoreUnavailableException">They could not be written.</exception>
    public void Apply(IEnumerable<LogPiece> pieces, long position)
    {
        try
        {
            foreach (var piece in pieces)
            {
                for (var at = 0; at < piece.Count; at += AppliedAtOnce)
                {
                    using var transaction = _connection.BeginTransaction();
                    for (var i = at; i < piece.Count && i < at + AppliedAtOnce; i++)
                    {
                        Write(piece[i]);
                    }

                    transaction.Commit();
                }
            }

            Write(LogPosition.Id, _codec.Encode(LogPosition.Id, new LogPosition(position)));
        }
        catch (Exception failure) when (failure is SqliteException or IOException)
        {
            throw new StoreUnavailableException($"The store could not bring its log to {FileName}: {failure.Message}", failure);
        }
    }

    /// <summary>Writes one row.</summary>
    /// <exception cref="SqliteException">It could not be written.</exception>
    public void Write(RowId id, StoredRow row) => _upsert.Bind(1, (long)id.Kind).Bind(2, id.Key).BindBlob(3, row.Body).BindBlob(4, row.Mac).Execute();

    public void Dispose()
    {
        _upsert.Dispose();
        _delete.Dispose();
        _connection.Dispose();
    }

    // What a torn end left in the log is gone with it, so that the next start cannot mistake it for damage.
    private void StartNewLog()
    {
        try
        {
            SqliteFile.Execute(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException full) when (full.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL)
        {
            // Reads are served from the log as it is, and the next start tries again.
        }
    }

    private void Write(LoggedRow row)
    {
        if (row.IsPresent)
        {
            _upsert.Bind(1, row.Kind).BindText(2, row.Key).BindBlob(3, row.Body).BindBlob(4, row.Mac).Execute();
        }
        else
        {
            _delete.Bind(1, row.Kind).BindText(2, row.Key).Execute();
        }
    }
}
