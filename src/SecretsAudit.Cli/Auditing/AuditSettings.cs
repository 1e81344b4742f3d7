using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Waivers;

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
}
