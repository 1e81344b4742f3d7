namespace SecretsAudit.Store.Estate;

/// <summary>What is wrong in the sample source tree, and what only looks wrong.</summary>
/// <param name="Planted">Every line with a credential: a scan finds these and no others.</param>
/// <param name="Innocents">Lines that resemble one.</param>
public sealed record CodeAnswerKey(IReadOnlyList<CodeAnswer> Planted, IReadOnlyList<CodeAnswer> Innocents);

/// <summary>The right answer about one line of source.</summary>
/// <param name="Path">The path from the tree's root, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Why">The reason in words; never the credential.</param>
public sealed record CodeAnswer(string Path, int Line, string Why);
