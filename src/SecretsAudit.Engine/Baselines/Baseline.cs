using SecretsAudit.Model;

namespace SecretsAudit.Engine.Baselines;

/// <summary>What an earlier run found: it tells new findings from old ones, and what was fixed.</summary>
public sealed class Baseline
{
    private readonly IReadOnlyDictionary<string, BaselineEntry> _entries;

    internal Baseline(IEnumerable<BaselineEntry> entries, DateTimeOffset? asOf)
    {
        _entries = entries.GroupBy(entry => entry.Fingerprint, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        AsOf = asOf;
    }

    /// <summary>The moment the earlier run judged at; null when the baseline does not say.</summary>
    public DateTimeOffset? AsOf { get; }

    /// <summary>How many findings it holds, fixed ones included.</summary>
    public int Count => _entries.Count;

    /// <summary>Its findings, by fingerprint.</summary>
    public IEnumerable<BaselineEntry> Entries => _entries.Values.OrderBy(entry => entry.Fingerprint, StringComparer.Ordinal);

    /// <summary>Reads a baseline: an earlier JSON report, or the compact file that <see cref="BaselineFile"/> writes.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="utf8">The file's bytes.</param>
    /// <exception cref="BaselineException">It is neither.</exception>
    public static Baseline Read(string name, ReadOnlyMemory<byte> utf8) => BaselineFile.Read(name, utf8);

    /// <summary>A finding with its age: new, open, or reopened when the baseline says that it was fixed.</summary>
    public Finding Age(Finding finding, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return _entries.TryGetValue(finding.Fingerprint, out var entry)
            ? finding with { State = entry.IsFixed ? FindingState.Reopened : FindingState.Open, FirstSeen = entry.FirstSeen ?? AsOf ?? asOf }
            : finding with { State = FindingState.New, FirstSeen = asOf };
    }

    /// <summary>What is gone where the run looked: behind a gap, a rule that did not judge or a region left out nothing counts as fixed.</summary>
    public IReadOnlyList<FixedFinding> FixedIn(AuditResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var there = result.Findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        var ground = new LookedAt(result);
        return
        [
            .. Entries.Where(entry => !entry.IsFixed && !there.Contains(entry.Fingerprint) && ground.Covers(entry))
                .Select(entry => new FixedFinding(entry.Fingerprint, entry.RuleId, entry.Subject, entry.FirstSeen)),
        ];
    }

    /// <summary>The baseline after a run: its findings, and what is fixed or was not looked at from before.</summary>
    public static Baseline After(AuditResult result, Baseline? before = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        var there = result.Findings.ToDictionary(finding => finding.Fingerprint, StringComparer.Ordinal);
        var gone = before?.FixedIn(result).Select(fixedOne => fixedOne.Fingerprint).ToHashSet(StringComparer.Ordinal) ?? [];
        var kept = before?.Entries.Where(entry => !there.ContainsKey(entry.Fingerprint)).Select(entry => gone.Contains(entry.Fingerprint) ? entry with { IsFixed = true } : entry) ?? [];
        return new([.. kept, .. there.Values.Select(finding => BaselineEntry.Of(finding, result.AsOf))], result.AsOf);
    }
}
