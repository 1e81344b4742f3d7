using Microsoft.Data.Sqlite;

namespace SecretsAudit.Worker.History;

/// <summary>The history's SQLite file: opens it, and brings an older one to the present format.</summary>
internal sealed class HistoryDatabase : IDisposable
{
    private readonly string _connectionString;

    private HistoryDatabase(string connectionString) => _connectionString = connectionString;

    /// <summary>Opens the file; makes it when absent.</summary>
    /// <exception cref="WorkerConfigurationException">The file is of a newer version, or is no history.</exception>
    public static HistoryDatabase Open(string file)
    {
        var database = new HistoryDatabase(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString());
        try
        {
            database.Migrate(file);
        }
        catch (SqliteException error) when (error.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw new WorkerConfigurationException($"{file} is not a history of secretsaudit; move it away to begin a new one.", error);
        }

        return database;
    }

    /// <summary>A connection for one unit of work.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        connection.Execute("PRAGMA synchronous = FULL");
        return connection;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private void Migrate(string file)
    {
        using var connection = Connect();
        connection.Execute("PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction();

        var version = (int)connection.Scalar<long>("PRAGMA user_version");
        if (version > HistoryFormat.Steps.Count)
        {
            throw new WorkerConfigurationException(
                $"{file} was written by a newer version of secretsaudit (format {version}; this one knows {HistoryFormat.Steps.Count}). Use that version, or another data folder.");
        }

        foreach (var step in HistoryFormat.Steps.Skip(version))
            connection.Execute(step);

        connection.Execute($"PRAGMA user_version = {HistoryFormat.Steps.Count}");
        transaction.Commit();
    }
}
