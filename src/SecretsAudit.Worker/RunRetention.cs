namespace SecretsAudit.Worker;

/// <summary>How long finished runs are kept. A run goes when it is beyond either limit; the latest finished one always stays.</summary>
public sealed record RunRetention
{
    /// <summary>How many finished runs are kept; 1 to 100,000. Default: 400, a year of nightly audits.</summary>
    public int Runs { get; init; } = 400;

    /// <summary>How old a finished run may become; 1 day to 10 years. Default: 400 days.</summary>
    public TimeSpan Age { get; init; } = TimeSpan.FromDays(400);
}
