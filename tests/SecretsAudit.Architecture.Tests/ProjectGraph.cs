using System.Xml.Linq;

namespace SecretsAudit.Architecture.Tests;

/// <summary>Which project references which, as the project files say.</summary>
internal sealed record ProjectGraph(IReadOnlyDictionary<string, IReadOnlySet<string>> References)
{
    private const string Prefix = "SecretsAudit.";

    public static ProjectGraph Read(string sourceFolder)
    {
        var references = new SortedDictionary<string, IReadOnlySet<string>>();
        foreach (var file in Directory.EnumerateFiles(sourceFolder, "*.csproj", SearchOption.AllDirectories))
            references.Add(ShortName(file), ReferencesIn(XDocument.Load(file)));
        return new(references);
    }

    public static IReadOnlySet<string> ReferencesIn(XDocument project) => project
        .Descendants("ProjectReference")
        .Select(reference => ShortName(reference.Attribute("Include")!.Value))
        .ToHashSet();

    /// <summary>Every difference between this graph and what is allowed, in words; empty when they agree.</summary>
    public IReadOnlyList<string> DifferencesFrom(IReadOnlyDictionary<string, string[]> allowed)
    {
        var differences = new List<string>();
        foreach (var project in References.Keys.Except(allowed.Keys))
            differences.Add($"{project} is not in the table");
        foreach (var project in allowed.Keys.Except(References.Keys))
            differences.Add($"{project} is in the table and does not exist");
        foreach (var (project, references) in References)
        {
            foreach (var forbidden in references.Except(allowed.GetValueOrDefault(project, [])))
                differences.Add($"{project} may not reference {forbidden}");
        }

        return differences;
    }

    private static string ShortName(string path) =>
        Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))[Prefix.Length..];
}
