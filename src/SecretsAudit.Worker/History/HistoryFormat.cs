namespace SecretsAudit.Worker.History;

/// <summary>The format of the history's file as the steps that lead to it; a file's version is the number of steps it has taken.</summary>
internal static class HistoryFormat
{
    // Times are milliseconds since 1970 (UTC). A slot has at most one run that was not interrupted: that is what makes a run count once.
    private const string Beginning = """
        CREATE TABLE runs (
          id TEXT PRIMARY KEY, slot INTEGER NOT NULL, origin TEXT NOT NULL, attempt INTEGER NOT NULL, status TEXT NOT NULL,
          started INTEGER NOT NULL, finished INTEGER,
          critical INTEGER NOT NULL DEFAULT 0, high INTEGER NOT NULL DEFAULT 0, medium INTEGER NOT NULL DEFAULT 0, low INTEGER NOT NULL DEFAULT 0,
          informational INTEGER NOT NULL DEFAULT 0, waived INTEGER NOT NULL DEFAULT 0,
          added INTEGER NOT NULL DEFAULT 0, fixed INTEGER NOT NULL DEFAULT 0, reopened INTEGER NOT NULL DEFAULT 0,
          gaps INTEGER NOT NULL DEFAULT 0, not_evaluated INTEGER NOT NULL DEFAULT 0, source TEXT, failure TEXT);
        CREATE UNIQUE INDEX one_run_a_slot ON runs (slot) WHERE status <> 'Interrupted';
        CREATE INDEX runs_by_start ON runs (started);

        CREATE TABLE results (run_id TEXT PRIMARY KEY REFERENCES runs ON DELETE CASCADE, document BLOB NOT NULL);

        CREATE TABLE findings (
          fingerprint TEXT PRIMARY KEY, rule_id TEXT NOT NULL, title TEXT NOT NULL, severity TEXT NOT NULL, identity TEXT NOT NULL,
          account TEXT, region TEXT, state TEXT NOT NULL, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, fixed_at INTEGER);
        CREATE INDEX findings_by_state ON findings (state, fixed_at);

        CREATE TABLE events (
          fingerprint TEXT NOT NULL REFERENCES findings ON DELETE CASCADE, run_id TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL,
          PRIMARY KEY (fingerprint, run_id)) WITHOUT ROWID;
        CREATE INDEX events_by_run ON events (run_id, state);
        """;

    /// <summary>Every step, oldest first. A released step never changes; a new one is added behind it.</summary>
    public static IReadOnlyList<string> Steps { get; } = [Beginning];
}
