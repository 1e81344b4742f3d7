using System.Text;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules;

/// <summary>Finds the files in a folder of rules.</summary>
internal static class RuleDirectory
{
    private const int MostFiles = 2000;
    private const string Prices = "prices";
    private const string FrameworkFolder = "frameworks";

    // Folders that hold something other than rules.
    private static readonly string[] Others = [Prices, FrameworkFolder, "credentials"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4, AttributesToSkip = FileAttributes.System };

    /// <summary>The rules' files, ordered by path.</summary>
    public static IReadOnlyList<RuleFile> Rules(string directory, ErrorList errors) =>
        Read(directory, errors, relative => !Others.Any(other => relative.StartsWith(other, StringComparison.Ordinal) && relative.Length > other.Length && relative[other.Length] == Path.DirectorySeparatorChar));

    /// <summary>The price lists, ordered by path.</summary>
    public static IReadOnlyList<RuleFile> PriceLists(string directory, ErrorList errors) => ReadFolder(Path.Combine(directory, Prices), errors);

    /// <summary>The frameworks, ordered by path.</summary>
    public static IReadOnlyList<RuleFile> Frameworks(string directory, ErrorList errors) => ReadFolder(Path.Combine(directory, FrameworkFolder), errors);

    private static List<RuleFile> ReadFolder(string directory, ErrorList errors) => Directory.Exists(directory) ? Read(directory, errors, _ => true) : [];

    private static List<RuleFile> Read(string directory, ErrorList errors, Func<string, bool> isWanted)
    {
        if (!Directory.Exists(directory))
        {
            errors.Add(new(directory, 1, 1), File.Exists(directory) ? "This is a file, and rules are read by the folder: name the one it is in." : "There is no such folder of rules.");
            return [];
        }

        var paths = Directory.EnumerateFiles(directory, "*", Everything)
            .Where(path => Path.GetExtension(path) is ".yaml" or ".yml" && isWanted(Path.GetRelativePath(directory, path)))
            .Take(MostFiles + 1)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (paths.Count > MostFiles)
            errors.Add(new(directory, 1, 1), $"The folder holds more than {MostFiles} files.");

        return [.. paths.Take(MostFiles).Select(path => Read(directory, path, errors)).OfType<RuleFile>()];
    }

    private static RuleFile? Read(string directory, string path, ErrorList errors)
    {
        try
        {
            // Four bytes a character at most: a larger file is refused without being read. What has no length (a pipe, a device) is not opened either: it
            // could wait for ever, or never end.
            var file = new FileInfo(path);
            var length = file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : file.Length;
            if (length <= YamlDocument.LongestFile * 4L)
                return new(path, Path.GetRelativePath(directory, path).Replace('\\', '/'), length == 0 ? "" : Utf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF'));

            errors.Add(new(path, 1, 1), "The file is too large for a rule.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            errors.Add(new(path, 1, 1), $"The file cannot be read as UTF-8 text: {unreadable.Message}");
        }

        return null;
    }
}
