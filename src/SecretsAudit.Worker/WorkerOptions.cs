namespace SecretsAudit.Worker;

/// <summary>How a worker runs: when it audits, where it keeps its history, and where it serves the dashboard.</summary>
public sealed record WorkerOptions
{
    /// <summary>The environment variable that holds the dashboard's token.</summary>
    public const string TokenVariable = "SECRETSAUDIT_DASHBOARD_TOKEN";

    /// <summary>
    /// When to audit: a five-field Unix cron expression, a six- or seven-field Quartz one, or <c>@hourly</c>, <c>@daily</c>, <c>@weekly</c>,
    /// <c>@monthly</c>. Default: every day at 03:00.
    /// </summary>
    public string Schedule { get; init; } = "0 3 * * *";

    /// <summary>The IANA time zone the schedule is written in, <c>Europe/Berlin</c>. Default: UTC.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The folder that holds the history and the schedule; made with owner-only rights when absent. One worker at a time.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Where the dashboard listens. Default: <c>http://127.0.0.1:4600</c>. Anything but a loopback address requires a token.</summary>
    public string Url { get; init; } = "http://127.0.0.1:4600";

    /// <summary>
    /// What a reader must present, as a bearer token or as the password of basic authentication; at least 16 characters. Default: the
    /// environment variable <see cref="TokenVariable"/>, or none.
    /// </summary>
    public string? DashboardToken { get; init; } = Environment.GetEnvironmentVariable(TokenVariable);

    /// <summary>
    /// The DNS names the dashboard answers to, besides <c>localhost</c> and plain IP addresses; a name not listed is refused, which stops
    /// DNS rebinding. Default: none.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Whether an audit runs as soon as the worker is up. Default: false.</summary>
    public bool RunAtStart { get; init; }

    /// <summary>How long finished runs are kept.</summary>
    public RunRetention Retention { get; init; } = new();

    /// <summary>How long one audit may take before it is stopped and recorded as failed; 1 second to 7 days. Default: 6 hours.</summary>
    public TimeSpan AuditTimeout { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How long a stopping worker lets a running audit finish before it is interrupted; 0 to 1 hour. Default: 20 seconds.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(20);
}
