using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Alarms;

/// <summary>Measures what alarms and metrics ask about rotations.</summary>
internal static class OverdueRotations
{
    public static double Measure(RegionState region, AlarmMetric metric, DateTimeOffset now) => metric switch
    {
        AlarmMetric.ResourceCount => region.Secrets.Count(secret => secret.DeletionDate is null),
        AlarmMetric.OverdueRotations => Ages(region, now).Count(),
        _ => Ages(region, now).DefaultIfEmpty(TimeSpan.Zero).Max().TotalHours,
    };

    /// <summary>How long each overdue rotation has been due.</summary>
    public static IEnumerable<TimeSpan> Ages(RegionState region, DateTimeOffset now) => region.Secrets
        .Select(secret => secret is { DeletionDate: null, Rotation: { Enabled: true, NextDue: { } due } } && due < now ? now - due : (TimeSpan?)null)
        .OfType<TimeSpan>();
}
