namespace SecretsAudit.Worker.Scheduling;

/// <summary>Who asked for an audit.</summary>
internal enum SlotOrigin
{
    /// <summary>The cron schedule.</summary>
    Schedule,

    /// <summary>A person, on the dashboard.</summary>
    Request,

    /// <summary>The worker's start.</summary>
    Start,
}
