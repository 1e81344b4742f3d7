using SecretsAudit.Model;

namespace SecretsAudit.Cli.Options;

/// <summary>Where reports go.</summary>
/// <param name="Folder">The folder, absolute; null for stdout.</param>
/// <param name="Name">The folder as the user named it.</param>
/// <param name="Writers">The formats.</param>
internal sealed record ReportTarget(string? Folder, string Name, IReadOnlyList<IReportWriter> Writers);
