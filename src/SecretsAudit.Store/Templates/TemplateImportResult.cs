namespace SecretsAudit.Store.Templates;

/// <summary>What an import did.</summary>
/// <param name="Created">What was created, in order: the logical id and what Ref gives.</param>
/// <param name="Skipped">The logical ids of resources of kinds that the store does not have.</param>
public sealed record TemplateImportResult(IReadOnlyList<KeyValuePair<string, string>> Created, IReadOnlyList<string> Skipped);
