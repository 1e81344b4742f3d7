using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SecretsAudit.Store.Journal;

/// <summary>
/// A prepared statement that is run again and again, for what every call writes: bound without parameter objects and boxes, and stepped
/// without a reader.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private const int OnStack = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <exception cref="SqliteException">The text is not SQL that the database takes.</exception>
    public SqliteStatement(SqliteConnection connection, string text)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v2(_database, text, out _statement));
    }

    /// <summary>Binds a number to a parameter; the first has the index 1.</summary>
    public SqliteStatement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, index, value));
        return this;
    }

    public SqliteStatement Bind(int index, string? text)
    {
        if (text is null)
        {
            Check(raw.sqlite3_bind_null(_statement, index));
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most > OnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented ?? stackalloc byte[OnStack];
        BindText(index, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    /// <summary>Binds text that is UTF-8 already.</summary>
    public SqliteStatement BindText(int index, ReadOnlySpan<byte> text)
    {
        // An empty span has no address, which SQLite takes for NULL.
        Check(text.IsEmpty ? raw.sqlite3_bind_text(_statement, index, "") : raw.sqlite3_bind_text(_statement, index, text));
        return this;
    }

    public SqliteStatement BindBlob(int index, ReadOnlySpan<byte> bytes)
    {
        Check(bytes.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, index, 0) : raw.sqlite3_bind_blob(_statement, index, bytes));
        return this;
    }

    /// <summary>Runs it with what is bound.</summary>
    /// <exception cref="SqliteException">The database refused.</exception>
    public void Execute()
    {
        var result = raw.sqlite3_step(_statement);

        // Also after a failure: a statement in progress would hold up the rollback.
        raw.sqlite3_reset(_statement);
        Check(result);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
