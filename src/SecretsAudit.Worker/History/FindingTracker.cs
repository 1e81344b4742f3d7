using Microsoft.Data.Sqlite;
using SecretsAudit.Model;

namespace SecretsAudit.Worker.History;

/// <summary>Follows findings over runs by their fingerprints, inside the transaction that stores a run.</summary>
internal sealed class FindingTracker(SqliteConnection connection)
{
    /// <summary>Gives each finding its state and first day, and closes those that are gone.</summary>
    public (AuditResult Result, ChangeCounts Changes) Track(string runId, AuditResult result)
    {
        var known = connection.Query("SELECT * FROM findings", FindingLookup.Read).ToDictionary(finding => finding.Fingerprint);
        var seen = new List<Finding>(result.Findings.Count);
        var fingerprints = new HashSet<string>();
        var counts = new Dictionary<FindingState, int>();

        foreach (var finding in result.Findings)
        {
            var before = known.GetValueOrDefault(finding.Fingerprint);
            var state = FindingLife.Seen(finding, before?.State);
            seen.Add(finding with { State = state, FirstSeen = before?.FirstSeen ?? result.AsOf });

            // Two findings may share a fingerprint; their life is one.
            if (!fingerprints.Add(finding.Fingerprint))
                continue;

            Save(finding, state, before?.FirstSeen ?? result.AsOf, result.AsOf);
            if (state != before?.State && state != FindingState.Open)
                Log(finding.Fingerprint, runId, result.AsOf, state);

            counts[state] = counts.GetValueOrDefault(state) + 1;
        }

        var closed = CloseMissing(runId, result, known.Values.Where(finding => !fingerprints.Contains(finding.Fingerprint)));
        var changes = new ChangeCounts(counts.GetValueOrDefault(FindingState.New), closed, counts.GetValueOrDefault(FindingState.Reopened));
        return (result with { RunId = runId, Findings = seen }, changes);
    }

    private int CloseMissing(string runId, AuditResult result, IEnumerable<TrackedFinding> missing)
    {
        var ground = new AuditedGround(result);
        var closed = 0;
        foreach (var finding in missing.Where(finding => finding.State != FindingState.Fixed && ground.Covers(finding)))
        {
            connection.Execute(
                "UPDATE findings SET state = 'Fixed', fixed_at = $at WHERE fingerprint = $fingerprint",
                ("$fingerprint", finding.Fingerprint),
                ("$at", result.AsOf.ToUnixTimeMilliseconds()));
            Log(finding.Fingerprint, runId, result.AsOf, FindingState.Fixed);
            closed++;
        }

        return closed;
    }

    private void Save(Finding finding, FindingState state, DateTimeOffset firstSeen, DateTimeOffset asOf)
    {
        var scope = (finding.Subject as FindingSubject.Resource)?.Scope;
        connection.Execute(
            """
            INSERT INTO findings (fingerprint, rule_id, title, severity, identity, account, region, state, first_seen, last_seen)
            VALUES ($fingerprint, $rule, $title, $severity, $identity, $account, $region, $state, $first, $last)
            ON CONFLICT (fingerprint) DO UPDATE SET rule_id = $rule, title = $title, severity = $severity, identity = $identity, account = $account,
              region = $region, state = $state, last_seen = $last, fixed_at = NULL
            """,
            ("$fingerprint", finding.Fingerprint),
            ("$rule", finding.RuleId),
            ("$title", finding.Title),
            ("$severity", finding.Severity.ToString()),
            ("$identity", finding.Subject.Identity),
            ("$account", scope?.Account),
            ("$region", scope?.Region),
            ("$state", state.ToString()),
            ("$first", firstSeen.ToUnixTimeMilliseconds()),
            ("$last", asOf.ToUnixTimeMilliseconds()));
    }

    private void Log(string fingerprint, string runId, DateTimeOffset at, FindingState state) =>
        connection.Execute(
            "INSERT OR REPLACE INTO events (fingerprint, run_id, at, state) VALUES ($fingerprint, $run, $at, $state)",
            ("$fingerprint", fingerprint),
            ("$run", runId),
            ("$at", at.ToUnixTimeMilliseconds()),
            ("$state", state.ToString()));
}
