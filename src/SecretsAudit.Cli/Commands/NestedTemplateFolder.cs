using SecretsAudit.Cli.Hosting;
using SecretsAudit.Store.Templates;

namespace SecretsAudit.Cli.Commands;

/// <summary>Reads the templates of nested stacks from the template's own folder and those below it; the URL is the template's and may name anything.</summary>
internal sealed class NestedTemplateFolder(string template, int longest, Terminal terminal)
{
    private readonly string? _folder = template == "-" ? null : Path.GetDirectoryName(terminal.FullPath(template));

    /// <exception cref="TemplateException">It is no file of the folder.</exception>
    public async Task<string> ReadAsync(string url, CancellationToken cancellationToken)
    {
        if (_folder is null || url.Length == 0 || url.Contains('\0') || url.Contains("://", StringComparison.Ordinal) || Path.IsPathRooted(url))
        {
            throw new TemplateException($"The nested template {url} is not a file beside the template: give a relative path, through its parameter where it has one.");
        }

        var path = Path.GetFullPath(url, _folder);
        var file = new FileInfo(path);
        if (!path.StartsWith(_folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !file.Exists || LeadsElsewhere(file))
        {
            throw new TemplateException($"The nested template {url} is not a file in the template's folder.");
        }

        return await TextInput.ReadAsync(path, longest, terminal, cancellationToken).ConfigureAwait(false);
    }

    // A link in the folder, or a folder that is one, would lead out of it.
    private bool LeadsElsewhere(FileInfo file)
    {
        if (file.LinkTarget is not null)
        {
            return true;
        }

        for (var folder = file.Directory; folder is not null && folder.FullName.Length > _folder!.Length; folder = folder.Parent)
        {
            if (folder.LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }
}
