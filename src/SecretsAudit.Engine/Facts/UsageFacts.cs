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

    /// <summary>Reads that failed for another reason than a refusal.</summary>
    public Fact<long> FailedReads => _usage.Select(static usage => usage.FailedReads);

    /// <summary>The last attempt to read, refused and failed ones included; absent when there was none.</summary>
    public Fact<DateTimeOffset> LastAttempt => _usage.IsKnown && _usage.Value.LastAttempt is null
        ? Fact<DateTimeOffset>.Absent(_usage.Origin!)
        : _usage.Select(static usage => usage.LastAttempt!.Value);

    /// <summary>Successful reads by reader and day, on average; without a reader none.</summary>
    public Fact<decimal> ReadsPerReaderDay => _usage.Select(static usage =>
        usage.Reads / (decimal)(Math.Max(1, usage.Readers.Count) * Math.Max(1, (usage.WindowEnd - usage.WindowStart).TotalDays)));

    /// <summary>The readers that no pattern of a list covers; absent when there are none.</summary>
    /// <param name="patterns">ARNs of principals; <c>*</c> and <c>?</c> are wildcards.</param>
    public Fact<string> ReadersOutsideOf(IReadOnlyList<string> patterns) => Those(reader => !FactFunctions.IsLike(patterns, reader));

    /// <summary>The readers of other accounts than a list's; absent when there are none. A reader without an account in its name counts.</summary>
    /// <param name="own">The secret's own account.</param>
    /// <param name="accounts">Twelve digits each.</param>
    public Fact<string> ReadersOfOtherAccounts(Fact<string> own, IReadOnlyList<string> accounts) => own.IsKnown
        ? Those(reader => !AccountOf(reader).SequenceEqual(own.Value) && !accounts.Contains(AccountOf(reader).ToString()))
        : own;

    /// <summary>The last successful read in the window; absent when there was none.</summary>
    public Fact<DateTimeOffset> LastRead => _usage.IsKnown && _usage.Value.LastRead is null
        ? Fact<DateTimeOffset>.Absent(_usage.Origin!)
        : _usage.Select(static usage => usage.LastRead!.Value);

    /// <summary>The length of the window.</summary>
    public Fact<TimeSpan> Window => _usage.Select(static usage => usage.WindowEnd - usage.WindowStart);

    private static ReadOnlySpan<char> AccountOf(string principal)
    {
        // arn:partition:service:region:account:resource
        var rest = principal.AsSpan();
        for (var part = 0; part < 4; part++)
            rest = rest.IndexOf(':') is >= 0 and var colon ? rest[(colon + 1)..] : default;

        return rest.IndexOf(':') is > 0 and var end ? rest[..end] : default;
    }

    private Fact<string> Those(Func<string, bool> which)
    {
        if (!_usage.TryGetValue(out var usage))
            return FactOperators.Carry<SecretUsage, string>(_usage);

        List<string>? found = null;
        for (var i = 0; i < usage.Readers.Count; i++)
        {
            if (which(usage.Readers[i]))
                (found ??= []).Add(usage.Readers[i]);
        }

        return found is null ? Fact<string>.Absent(_usage.Origin!) : Fact.Known(string.Join(", ", found), _usage.Origin!);
    }

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
