namespace SecretsAudit.Model;

/// <summary>Where a template states a resource.</summary>
/// <param name="File">The template's path as the user named it, with forward slashes.</param>
/// <param name="Line">The line its statement begins at, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record SourcePlace(string File, int Line, int Column);
