using Microsoft.Data.Sqlite;

namespace SecretsAudit.Store.Journal;

/// <summary>Opens a SQLite file of the store with the settings that durability needs.</summary>
internal static class SqliteFile
{
    // 64 MiB of log. A busy page then goes to the database once for many commits; after a crash that much is read again, in under a second.
    private const int CheckpointPages = 16_384;

    /// <param name="path">The file; made when it is not there.</param>
    /// <param name="synchronous">SQLite's setting of that name.</param>
    /// <param name="schema">What makes the tables that are not there.</param>
    /// <param name="shrinks">Whether a new file shall be able to give pages back.</param>
    /// <exception cref="StoreDamagedException">The file is no database, or a damaged one.</exception>
    public static SqliteConnection Open(string path, string synchronous, string? schema = null, bool shrinks = false)
    {
        // Pooling keeps files open after Dispose; the store opens each file once.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            if (shrinks)
            {
                // Before anything else is written: https://www.sqlite.org/pragma.html#pragma_auto_vacuum
                Execute(connection, "PRAGMA auto_vacuum = INCREMENTAL");
            }

            Execute(connection, "PRAGMA locking_mode = EXCLUSIVE");
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, $"PRAGMA synchronous = {synchronous}");
            Execute(connection, $"PRAGMA wal_autocheckpoint = {CheckpointPages}");

            // 32 MiB of pages at most: with SQLite's two, every write of a large store reads its index from the log again.
            Execute(connection, "PRAGMA cache_size = -32768");
            if (schema is not null)
            {
                Execute(connection, schema);
            }

            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw new StoreDamagedException($"{path} cannot be opened: {failure.Message}", failure);
        }
    }

    /// <summary>Writes a consistent copy of a database to a new file.</summary>
    public static void CopyTo(SqliteConnection connection, string file)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $file";
            command.Parameters.AddWithValue("$file", file);
            command.ExecuteNonQuery();
        }
        catch (SqliteException failure)
        {
            throw new StoreUnavailableException($"{file} could not be written: {failure.Message}", failure);
        }
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    public static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // only the store's own texts come here
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
