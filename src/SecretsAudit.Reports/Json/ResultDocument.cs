using SecretsAudit.Model;

namespace SecretsAudit.Reports.Json;

/// <summary>The JSON report: version and completeness stand first, where a reader of the first lines sees them.</summary>
internal sealed record ResultDocument(string SchemaVersion, bool Complete, AuditResult Result);
