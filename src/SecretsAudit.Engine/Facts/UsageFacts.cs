using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>How a secret's value was used over the audit trail's window, as rules see it.</summary>
public readonly struct UsageFacts
{
    private readonly Fact<SecretUsage> _usage;

    internal UsageFacts(Fact<SecretUsage> usage) => _usage = usage;

    /// <summary>Successful reads in the window.</summary>
    public Fact<long> Reads => _usage.Select(static usage => usage.Reads);

    /// <summary>Refused reads in the window.</summary>
    public Fact<long> DeniedReads => _usage.Select(static usage => usage.DeniedReads);

    /// <summary>Principals that read it, counted up to 100.</summary>
    public Fact<int> ReaderCount => _usage.Select(static usage => usage.Readers.Count);

    /// <summary>The last successful read in the window; absent when there was none.</summary>
    public Fact<DateTimeOffset> LastRead => _usage.IsKnown && _usage.Value.LastRead is null
        ? Fact<DateTimeOffset>.Absent(_usage.Origin!)
        : _usage.Select(static usage => usage.LastRead!.Value);

    /// <summary>The length of the window.</summary>
    public Fact<TimeSpan> Window => _usage.Select(static usage => usage.WindowEnd - usage.WindowStart);

    /// <summary>Successful reads, brought to a month of 30 days.</summary>
    public Fact<decimal> ReadsPerMonth
    {
        get
        {
            if (!_usage.TryGetValue(out var usage))
                return FactOperators.Carry<SecretUsage, decimal>(_usage);

            var window = usage.WindowEnd - usage.WindowStart;
            return window > TimeSpan.Zero
                ? Fact.Known(usage.Reads * (decimal)TimeSpan.FromDays(30).Ticks / window.Ticks, _usage.Origin!)
                : Fact<decimal>.Unknown(_usage.Origin!.Failed("the window of use is empty"));
        }
    }
}
