using Microsoft.Data.Sqlite;

namespace SecretsAudit.Worker.History;

/// <summary>Short forms for parameterised statements.</summary>
internal static class SqliteStatements
{
    extension(SqliteConnection connection)
    {
        /// <summary>A command whose parameters are named after the pairs.</summary>
        public SqliteCommand Prepare(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters)
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);

            return command;
        }

        /// <summary>Runs a statement.</summary>
        /// <returns>How many rows it changed.</returns>
        public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
        {
            using var command = connection.Prepare(sql, parameters);
            return command.ExecuteNonQuery();
        }

        /// <summary>The first column of the first row.</summary>
        public T Scalar<T>(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
        {
            using var command = connection.Prepare(sql, parameters);
            return (T)command.ExecuteScalar()!;
        }

        /// <summary>All rows.</summary>
        public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
        {
            using var command = connection.Prepare(sql, parameters);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(read(reader));

            return rows;
        }
    }

    extension(SqliteDataReader reader)
    {
        public string Text(string column) => reader.GetString(reader.GetOrdinal(column));

        public string? TextOrNull(string column) => reader.IsDBNull(reader.GetOrdinal(column)) ? null : reader.Text(column);

        public int Number(string column) => reader.GetInt32(reader.GetOrdinal(column));

        public DateTimeOffset Instant(string column) => DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(reader.GetOrdinal(column)));

        public DateTimeOffset? InstantOrNull(string column) => reader.IsDBNull(reader.GetOrdinal(column)) ? null : reader.Instant(column);

        public T Case<T>(string column)
            where T : struct, Enum => Enum.Parse<T>(reader.Text(column));
    }
}
