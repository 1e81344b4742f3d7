using SecretsAudit.Engine.Baselines;
using SecretsAudit.Engine.Waivers;
using SecretsAudit.Iam;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>How an audit is to be run.</summary>
public sealed record AuditOptions
{
    /// <summary>The moment to judge at (UTC).</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The clock that times the run. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Identifies the run; a new time-ordered id when null.</summary>
    public string? RunId { get; init; }

    /// <summary>The tags that name an owner, the first that is there wins. Default: <c>owner</c>, <c>Owner</c>, <c>team</c>, <c>Team</c>.</summary>
    public IReadOnlyList<string> OwnerTags { get; init; } = ["owner", "Owner", "team", "Team"];

    /// <summary>How far back use is looked up, 1 to 90 days. Default 90 days.</summary>
    public TimeSpan UsageWindow { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Settings by rule id or name. Default none.</summary>
    public IReadOnlyDictionary<string, RuleSetting> Rules { get; init; } = new Dictionary<string, RuleSetting>();

    /// <summary>Accepted risks. Default none.</summary>
    public WaiverFile Waivers { get; init; } = WaiverFile.Empty;

    /// <summary>How long before a waiver's expiry a warning is given. Default 14 days.</summary>
    public TimeSpan WaiverWarning { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Whom the owner of the estate trusts, besides each resource's own account. Default nobody.</summary>
    public TrustZone Trust { get; init; } = TrustZone.Nobody;

    /// <summary>Accounts and regions that the inventory must hold; one that it does not hold is a gap. Default none.</summary>
    public IReadOnlyList<Scope> Expected { get; init; } = [];

    /// <summary>How soon findings are to be fixed, by severity, counted from when they were first seen; a severity that is not there has no due time. Default none.</summary>
    public IReadOnlyDictionary<Severity, TimeSpan> DueTimes { get; init; } = new Dictionary<Severity, TimeSpan>();

    /// <summary>Whether AWS Config's verdicts are read and compared with ours; where they differ, that is a finding. Default no.</summary>
    public bool ComparesConfig { get; init; }

    /// <summary>What an earlier run found; null when findings have no history.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>What a code scan found; null when none ran.</summary>
    public CodeAudit? Code { get; init; }

    /// <summary>Told about progress of the collection; null when nobody watches.</summary>
    public IProgress<CollectionProgress>? Progress { get; init; }
}
