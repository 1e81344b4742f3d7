using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Waivers;

/// <summary>A waiver with its place in the file.</summary>
/// <param name="Waiver">The waiver.</param>
/// <param name="At">Where it begins.</param>
public sealed record StatedWaiver(Waiver Waiver, DocumentPosition At);
