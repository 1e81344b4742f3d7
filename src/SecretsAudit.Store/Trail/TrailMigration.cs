using Microsoft.Data.Sqlite;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.Trail;

/// <summary>Takes over the events of a trail that kept a row for each of them, in one durable step.</summary>
internal static class TrailMigration
{
    private const string Old = "event";

    /// <param name="connection">The trail.</param>
    /// <param name="append">Appends events inside the step.</param>
    public static void Run(SqliteConnection connection, Action<IReadOnlyList<TrailEvent>> append)
    {
        if (!Exists(connection))
        {
            return;
        }

        using var transaction = connection.BeginTransaction();
        using (var select = connection.CreateCommand())
        {
            select.CommandText = $"SELECT account, region, at, id, name, source, user, access_key, read_only, resources, record FROM {Old} ORDER BY number";
            using var reader = select.ExecuteReader();
            var events = new List<TrailEvent>();
            while (reader.Read())
            {
                events.Add(Read(reader));
                if (events.Count == TrailSegment.Limit)
                {
                    append(events);
                    events.Clear();
                }
            }

            append(events);
        }

        // The events have new numbers and an index of another form.
        SqliteFile.Execute(connection, $"DROP TABLE {Old}; DROP TABLE attribute; DROP TABLE progress");
        transaction.Commit();
    }

    private static bool Exists(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = '{Old}'";
        return (long)command.ExecuteScalar()! == 1;
    }

    private static TrailEvent Read(SqliteDataReader reader) => new()
    {
        Account = reader.GetString(0),
        Region = reader.GetString(1),
        At = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)),
        EventId = reader.GetString(3),
        Name = reader.GetString(4),
        Source = reader.GetString(5),
        Identity = new() { Type = "", UserName = Text(reader, 6), AccessKeyId = Text(reader, 7) },
        ReadOnly = reader.GetInt64(8) == 1,
        Resources =
        [
            .. reader.GetString(9).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ', 2)).Select(parts => new TrailResource(parts[0], parts[1])),
        ],
        Rendered = reader.GetString(10),
    };

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
