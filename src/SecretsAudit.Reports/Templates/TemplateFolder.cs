using System.Text;

namespace SecretsAudit.Reports.Templates;

/// <summary>One report's template files: a user's where there are any, else the shipped ones. A user copies only the files to be changed.</summary>
internal sealed class TemplateFolder
{
    // A template is text that people write. What is larger is not one.
    private const long MostBytes = 2_000_000;

    private readonly string[] _folders;

    /// <param name="report">The report's own folder: <c>html</c>, <c>markdown</c>.</param>
    /// <param name="userFolder">The folder that holds the user's <c>html</c> and <c>markdown</c> folders; null for the shipped templates alone.</param>
    /// <exception cref="ReportTemplateException">The user's folder is not there, or holds no folder of any report.</exception>
    public TemplateFolder(string report, string? userFolder)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "reports");
        if (userFolder is not null && !Directory.Exists(userFolder))
            throw new ReportTemplateException(userFolder, null, "There is no such template folder.");
        if (userFolder is not null && !Directory.GetDirectories(shipped).Any(known => Directory.Exists(Path.Combine(userFolder, Path.GetFileName(known)))))
            throw new ReportTemplateException(userFolder, null,
                $"A template folder has a folder for each report it changes ({string.Join(", ", Directory.GetDirectories(shipped).Select(Path.GetFileName).Order(StringComparer.Ordinal))}); this one has none.");

        _folders = userFolder is null ? [Path.Combine(shipped, report)] : [Path.Combine(userFolder, report), Path.Combine(shipped, report)];
    }

    /// <summary>Every template file, <c>*.hbs</c>, by its name without the folder.</summary>
    public IReadOnlyList<string> Templates() =>
        [.. _folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.hbs")).Select(path => Path.GetFileName(path)!)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Where a file is read from.</summary>
    /// <exception cref="ReportTemplateException">Neither the user nor we have it.</exception>
    public string PathOf(string file) =>
        _folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists)
        ?? throw new ReportTemplateException(Path.Combine(_folders[^1], file), null, "This template is missing; reinstall, or restore it from the source's reports folder.");

    /// <summary>A file's text with plain line feeds: a browser hashes a style or script after folding line ends, so we do too.</summary>
    /// <exception cref="ReportTemplateException">It is missing, too large or unreadable.</exception>
    public string Read(string file)
    {
        var path = PathOf(file);
        try
        {
            if (new FileInfo(path).Length > MostBytes)
                throw new ReportTemplateException(path, null, $"A template may have {MostBytes:N0} bytes at most.");

            return File.ReadAllText(path, Encoding.UTF8).ReplaceLineEndings("\n");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ReportTemplateException(path, null, $"This template cannot be read: {cause.Message}", cause);
        }
    }
}
