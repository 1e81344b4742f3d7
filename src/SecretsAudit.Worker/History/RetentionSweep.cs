namespace SecretsAudit.Worker.History;

/// <summary>Removes runs beyond their retention, and findings that were fixed before it.</summary>
internal sealed class RetentionSweep(HistoryDatabase database, RunRetention retention)
{
    /// <summary>Sweeps.</summary>
    /// <returns>How many runs went.</returns>
    public int Sweep(DateTimeOffset now)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();
        var oldest = (now - retention.Age).ToUnixTimeMilliseconds();

        // The latest result stays however old: a dashboard without one says less than one with an old one.
        var swept = connection.Execute(
            """
            DELETE FROM runs WHERE status <> 'Running'
              AND id NOT IN (SELECT id FROM runs WHERE status IN ('Succeeded', 'Incomplete') ORDER BY started DESC, id DESC LIMIT 1)
              AND (started < $oldest OR id NOT IN (SELECT id FROM runs ORDER BY started DESC, id DESC LIMIT $runs))
            """,
            ("$oldest", oldest),
            ("$runs", retention.Runs));
        connection.Execute("DELETE FROM findings WHERE state = 'Fixed' AND fixed_at < $oldest", ("$oldest", oldest));
        transaction.Commit();
        return swept;
    }
}
