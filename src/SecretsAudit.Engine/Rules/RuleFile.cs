namespace SecretsAudit.Engine.Rules;

/// <summary>A rule's file, read.</summary>
/// <param name="Path">The path as it was named to us.</param>
/// <param name="RelativePath">The path from the rules' folder, with forward slashes.</param>
/// <param name="Text">The text.</param>
internal sealed record RuleFile(string Path, string RelativePath, string Text)
{
    /// <summary>The first folder: <c>rotation</c>.</summary>
    public string Category => RelativePath.Contains('/', StringComparison.Ordinal) ? RelativePath[..RelativePath.IndexOf('/', StringComparison.Ordinal)] : "custom";
}
