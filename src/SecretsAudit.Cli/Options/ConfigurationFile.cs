using SecretsAudit.Engine.Configuration;

namespace SecretsAudit.Cli.Options;

/// <summary>A configuration with its place: what it names is relative to its folder, wherever the command runs.</summary>
/// <param name="Name">The file as the user named it.</param>
/// <param name="Folder">The folder it lies in, absolute.</param>
/// <param name="Settings">What it says.</param>
internal sealed record ConfigurationFile(string Name, string Folder, AuditConfiguration Settings)
{
    /// <summary>A path that the file names, made absolute.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, Folder);
}
