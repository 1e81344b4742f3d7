using System.Globalization;
using System.Text;
using SecretsAudit.Store.Telemetry;

namespace SecretsAudit.Store.Hosting;

/// <summary>Writes a store's counts as Prometheus reads them.</summary>
/// <seealso href="https://prometheus.io/docs/instrumenting/exposition_formats/"/>
internal static class PrometheusText
{
    private const string Prefix = "secretsaudit_store_";

    public static byte[] Write(StoreStatistics statistics, int pendingTrailEvents, long lostTrailEvents, int secrets, TimeSpan oldestOverdue)
    {
        var text = new StringBuilder(8192);
        Head(text, "call_errors_total", "counter", "Calls that were refused (4xx) or failed (5xx), by operation.");
        foreach (var (operation, calls) in statistics.Calls)
        {
            Line(text, "call_errors_total", $"operation=\"{operation.Permission}\",kind=\"refused\"", calls.Refused);
            Line(text, "call_errors_total", $"operation=\"{operation.Permission}\",kind=\"failed\"", calls.Failed);
        }

        Head(text, "call_duration_seconds", "histogram", "How long calls took, by operation.");
        // Hundreds of operations that nobody calls would be half a megabyte of zeros at every scrape.
        foreach (var (operation, calls) in statistics.Calls.Where(pair => pair.Value.TotalSeconds > 0))
        {
            Histogram(text, $"operation=\"{operation.Permission}\"", calls);
        }

        Single(text, "commits_total", "counter", "Durable commits.", statistics.Commits);
        Single(text, "writes_total", "counter", "Writes that those commits carried.", statistics.Writes);
        Single(text, "commit_failures_total", "counter", "Commits that could not be made durable.", statistics.CommitFailures);
        Single(text, "trail_pending_events", "gauge", "Audit events that wait to be appended.", pendingTrailEvents);
        Single(text, "trail_lost_events_total", "counter", "Audit events that could not be appended and are gone.", lostTrailEvents);
        Single(text, "secrets", "gauge", "Secrets held, replicas and those pending deletion included.", secrets);
        Head(text, "rotations_total", "counter", "Rotations that ended, by outcome.");
        Line(text, "rotations_total", "outcome=\"succeeded\"", statistics.RotationsSucceeded);
        Line(text, "rotations_total", "outcome=\"failed\"", statistics.RotationsFailed);
        Single(text, "oldest_overdue_rotation_seconds", "gauge", "How long the oldest overdue rotation has been due; 0 when none is.", oldestOverdue.TotalSeconds);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Histogram(StringBuilder text, string labels, CallStatistics calls)
    {
        var classes = calls.Classes();
        var sum = 0L;
        for (var i = 0; i < classes.Length; i++)
        {
            sum += classes[i];
            var bound = i < CallStatistics.Bounds.Count ? CallStatistics.Bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
            Line(text, "call_duration_seconds_bucket", $"{labels},le=\"{bound}\"", sum);
        }

        Line(text, "call_duration_seconds_sum", labels, calls.TotalSeconds);
        Line(text, "call_duration_seconds_count", labels, sum);
    }

    private static void Single(StringBuilder text, string name, string type, string help, double value)
    {
        Head(text, name, type, help);
        text.Append(CultureInfo.InvariantCulture, $"{Prefix}{name} {value}\n");
    }

    private static void Head(StringBuilder text, string name, string type, string help) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {Prefix}{name} {help}\n# TYPE {Prefix}{name} {type}\n");

    private static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"{Prefix}{name}{{{labels}}} {value}\n");
}
