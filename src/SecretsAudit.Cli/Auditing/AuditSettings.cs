using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Baselines;
using SecretsAudit.Engine.Waivers;
using SecretsAudit.Iam;
using SecretsAudit.Model;

namespace SecretsAudit.Cli.Auditing;

/// <summary>Everything that makes one audit what it is, but the rules.</summary>
internal sealed record AuditSettings
{
    public required SourceSettings Source { get; init; }

    /// <summary>Trees of source code to scan beside; empty for none, or for the sample's own when the source is the sample.</summary>
    public IReadOnlyList<string> CodePaths { get; init; } = [];

    /// <summary>What the user called these trees.</summary>
    public string CodeName { get; init; } = "";

    /// <summary>Whether code is scanned at all.</summary>
    public bool ScansCode { get; init; } = true;

    /// <summary>The moment to judge at; null for the source's own, or now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>How far back use is looked up.</summary>
    public TimeSpan UsageWindow { get; init; } = TimeSpan.FromDays(90);

    public IReadOnlyDictionary<string, RuleSetting> Rules { get; init; } = new Dictionary<string, RuleSetting>();

    public WaiverFile Waivers { get; init; } = WaiverFile.Empty;

    /// <summary>How long before a waiver's expiry a warning is given; null for the engine's own choice.</summary>
    public TimeSpan? WaiverWarning { get; init; }

    /// <summary>The tags that name an owner; empty for the engine's own choice.</summary>
    public IReadOnlyList<string> OwnerTags { get; init; } = [];

    public TrustZone Trust { get; init; } = TrustZone.Nobody;

    public IReadOnlyDictionary<Severity, TimeSpan> DueTimes { get; init; } = new Dictionary<Severity, TimeSpan>();

    public bool ComparesConfig { get; init; }

    /// <summary>What an earlier run found; null when findings have no history.</summary>
    public Baseline? Baseline { get; init; }
}
