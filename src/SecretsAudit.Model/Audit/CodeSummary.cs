namespace SecretsAudit.Model;

/// <summary>What a code scan covered.</summary>
/// <param name="Root">The scanned folder, as the user named it.</param>
/// <param name="Files">Files read.</param>
/// <param name="Lines">Lines read.</param>
/// <param name="Bytes">Bytes read.</param>
/// <param name="Duration">How long it took.</param>
public sealed record CodeSummary(string Root, int Files, long Lines, long Bytes, TimeSpan Duration);
