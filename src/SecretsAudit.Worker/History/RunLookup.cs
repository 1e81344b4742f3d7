using Microsoft.Data.Sqlite;
using SecretsAudit.Model;
using SecretsAudit.Worker.Scheduling;

namespace SecretsAudit.Worker.History;

/// <summary>Reads runs.</summary>
internal sealed class RunLookup(HistoryDatabase database)
{
    /// <summary>Runs, latest first.</summary>
    /// <param name="skip">How many to leave out at the front.</param>
    /// <param name="take">How many at most.</param>
    public IReadOnlyList<RunRecord> List(int skip, int take)
    {
        using var connection = database.Connect();
        return connection.Query("SELECT * FROM runs ORDER BY started DESC, id DESC LIMIT $take OFFSET $skip", Read, ("$take", take), ("$skip", skip));
    }

    /// <summary>The latest runs that have a result, oldest first.</summary>
    public IReadOnlyList<RunRecord> LatestResults(int take)
    {
        using var connection = database.Connect();
        var latest = connection.Query(
            "SELECT * FROM runs WHERE status IN ('Succeeded', 'Incomplete') ORDER BY started DESC, id DESC LIMIT $take", Read, ("$take", take));
        latest.Reverse();
        return latest;
    }

    /// <summary>How many runs there are.</summary>
    public int Count()
    {
        using var connection = database.Connect();
        return (int)connection.Scalar<long>("SELECT COUNT(*) FROM runs");
    }

    /// <summary>One run; null when there is none of that id.</summary>
    public RunRecord? Find(string id)
    {
        using var connection = database.Connect();
        return connection.Query("SELECT * FROM runs WHERE id = $id", Read, ("$id", id)).SingleOrDefault();
    }

    /// <summary>The result of a run; null when it has none.</summary>
    public AuditResult? ResultOf(string id)
    {
        using var connection = database.Connect();
        var document = connection.Query("SELECT document FROM results WHERE run_id = $id", row => row.GetFieldValue<byte[]>(0), ("$id", id)).SingleOrDefault();
        return document is null ? null : ResultDocument.Unpack(document);
    }

    private static RunRecord Read(SqliteDataReader row) => new()
    {
        Id = row.Text("id"),
        Slot = new(row.Instant("slot"), row.Case<SlotOrigin>("origin")),
        Attempt = row.Number("attempt"),
        Status = row.Case<RunStatus>("status"),
        StartedAt = row.Instant("started"),
        FinishedAt = row.InstantOrNull("finished"),
        Findings = new()
        {
            Critical = row.Number("critical"),
            High = row.Number("high"),
            Medium = row.Number("medium"),
            Low = row.Number("low"),
            Informational = row.Number("informational"),
            Waived = row.Number("waived"),
        },
        Changes = new(row.Number("added"), row.Number("fixed"), row.Number("reopened")),
        Gaps = row.Number("gaps"),
        NotEvaluated = row.Number("not_evaluated"),
        Source = row.TextOrNull("source"),
        Failure = row.TextOrNull("failure"),
    };
}
