namespace SecretsAudit.Model;

/// <summary>How far a collection has come.</summary>
/// <param name="Scope">The account and region being read.</param>
/// <param name="Secrets">Secrets read in that scope so far.</param>
/// <param name="Activity">What is being read, for a person: <c>secrets</c>, <c>keys</c>, <c>use</c>.</param>
public sealed record CollectionProgress(Scope Scope, int Secrets, string Activity);
