using Microsoft.Data.Sqlite;
using SecretsAudit.Model;

namespace SecretsAudit.Worker.History;

/// <summary>Reads findings' lives.</summary>
internal sealed class FindingLookup(HistoryDatabase database)
{
    /// <summary>One finding; null when it was never seen or has been swept.</summary>
    public TrackedFinding? Find(string fingerprint)
    {
        using var connection = database.Connect();
        return connection.Query("SELECT * FROM findings WHERE fingerprint = $fingerprint", Read, ("$fingerprint", fingerprint)).SingleOrDefault();
    }

    /// <summary>A finding's life, oldest step first.</summary>
    public IReadOnlyList<FindingEvent> LifeOf(string fingerprint)
    {
        using var connection = database.Connect();
        return connection.Query(
            "SELECT * FROM events WHERE fingerprint = $fingerprint ORDER BY at, run_id",
            row => new FindingEvent(row.Text("run_id"), row.Instant("at"), row.Case<FindingState>("state")),
            ("$fingerprint", fingerprint));
    }

    /// <summary>The findings that a run found gone, worst first.</summary>
    public IReadOnlyList<TrackedFinding> FixedBy(string runId, int limit)
    {
        using var connection = database.Connect();
        var found = connection.Query(
            "SELECT findings.* FROM events JOIN findings USING (fingerprint) WHERE events.run_id = $run AND events.state = 'Fixed' LIMIT $limit",
            Read,
            ("$run", runId),
            ("$limit", limit));
        return [.. found.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.RuleId).ThenBy(finding => finding.Identity)];
    }

    /// <summary>Reads one row.</summary>
    public static TrackedFinding Read(SqliteDataReader row) => new()
    {
        Fingerprint = row.Text("fingerprint"),
        RuleId = row.Text("rule_id"),
        Title = row.Text("title"),
        Severity = row.Case<Severity>("severity"),
        Identity = row.Text("identity"),
        Scope = row.TextOrNull("account") is { } account ? new Scope(account, row.TextOrNull("region") ?? "") : null,
        State = row.Case<FindingState>("state"),
        FirstSeen = row.Instant("first_seen"),
        LastSeen = row.Instant("last_seen"),
        FixedAt = row.InstantOrNull("fixed_at"),
    };
}
