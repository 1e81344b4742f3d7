using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecretsAudit.Analyzers.Facts;

namespace SecretsAudit.CodeScan.CSharp;

/// <summary>What a project file says about how its C# is compiled, as far as it can be known without running the build.</summary>
internal sealed class ProjectSettings
{
    private const int LargestProject = 1 << 20;

    private static readonly string[] ImplicitNamespaces =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly string[] WebNamespaces =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    // A build is a debug build unless it is told otherwise, and credentials for development stand where only that one reads them. Documentation comments are
    // parsed for nobody, and nobody asks what may be null: where "#nullable enable" stands, one question would bind a whole method.
    public static readonly CSharpParseOptions Parsing =
        new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None, preprocessorSymbols: ["DEBUG", "TRACE"]).WithFeatures([new("run-nullable-analysis", "never")]);

    /// <summary>The settings of code without a project file.</summary>
    public static ProjectSettings Plain { get; } = new(ImplicitNamespaces, []);

    private ProjectSettings(IEnumerable<string> namespaces, IReadOnlyList<MetadataReference> packages)
    {
        Packages = packages;
        var text = string.Concat(namespaces.Where(IsNamespace).Distinct(StringComparer.Ordinal).Select(name => $"global using {name};\n"));
        Usings = new("", text, () => CSharpSyntaxTree.ParseText(text, Parsing));
    }

    /// <summary>The usings that every file of the project has.</summary>
    public ProgramFile Usings { get; }

    /// <summary>The assemblies of the packages, when they have been restored; the framework's come besides.</summary>
    public IReadOnlyList<MetadataReference> Packages { get; }

    /// <summary>Reads the first project file of a folder; a folder without one, or with one that is malformed, is a plain project.</summary>
    /// <param name="folder">The folder; empty for none.</param>
    public static ProjectSettings Read(string folder)
    {
        var project = folder.Length == 0 ? null : Directory.EnumerateFiles(folder, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault();
        if (project is null || Load(project) is not { Root: { } root })
            return Plain;

        // An older project without implicit usings writes its own: having more is harmless.
        IEnumerable<string> web = root.Attribute("Sdk")?.Value.Contains(".Web", StringComparison.Ordinal) == true ? WebNamespaces : [];
        var own = root.Descendants().Where(element => element.Name.LocalName == "Using").Select(element => element.Attribute("Include")?.Value ?? "");
        return new([.. ImplicitNamespaces, .. web, .. own], RestoredPackages.Read(folder));
    }

    private static XDocument? Load(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestProject });
            return XDocument.Load(reader);
        }
        catch (Exception malformed) when (malformed is XmlException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsNamespace(string text) =>
        text.Length is > 0 and < 200 && text.All(unit => char.IsLetterOrDigit(unit) || unit is '.' or '_') && !char.IsDigit(text[0]);
}
