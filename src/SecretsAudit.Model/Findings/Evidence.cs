namespace SecretsAudit.Model;

/// <summary>One observation a finding rests on.</summary>
/// <param name="Label">What was observed: <c>LastRotatedDate</c>.</param>
/// <param name="Observation">What it was, in words; <c>(absent)</c> when the source says there is none. Never a secret's value.</param>
/// <param name="Source">The read it came from, <c>secretsmanager:ListSecrets</c>; null for a derived or constant one.</param>
/// <param name="ReadAt">When it was read (UTC); null when derived.</param>
public sealed record Evidence(string Label, string Observation, string? Source = null, DateTimeOffset? ReadAt = null);
