namespace SecretsAudit.Model;

/// <summary>A finding of an earlier run that this run looked for and did not find.</summary>
/// <param name="Fingerprint">What identifies it.</param>
/// <param name="RuleId">The rule's id.</param>
/// <param name="Subject">The ARN or path it was about.</param>
/// <param name="FirstSeen">When it was first seen (UTC); null when the baseline does not say.</param>
public sealed record FixedFinding(string Fingerprint, string RuleId, string Subject, DateTimeOffset? FirstSeen);
