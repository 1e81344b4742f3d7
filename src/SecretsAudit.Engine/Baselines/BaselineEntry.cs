using SecretsAudit.Model;

namespace SecretsAudit.Engine.Baselines;

/// <summary>One finding of an earlier run.</summary>
/// <param name="Fingerprint">What identifies it.</param>
/// <param name="RuleId">The rule's id.</param>
/// <param name="Subject">The ARN or path it is about.</param>
/// <param name="FirstSeen">When it was first seen (UTC); null when the earlier run does not say.</param>
/// <param name="IsFixed">Whether it was fixed by then.</param>
public sealed record BaselineEntry(string Fingerprint, string RuleId, string Subject, DateTimeOffset? FirstSeen, bool IsFixed)
{
    internal static BaselineEntry Of(Finding finding, DateTimeOffset asOf) =>
        new(finding.Fingerprint, finding.RuleId, finding.Subject.Identity, finding.FirstSeen ?? asOf, IsFixed: false);
}
