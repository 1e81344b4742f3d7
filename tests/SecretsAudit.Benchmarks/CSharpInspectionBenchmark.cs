using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecretsAudit.Analyzers.Inspection;
using SecretsAudit.Analyzers.Settings;

namespace SecretsAudit.Benchmarks;

/// <summary>
/// Roslyn's parser alone, and the parser with our inspection, over the same files: those of the folder that <c>SECRETSAUDIT_BENCH_TREE</c> names,
/// or else this repository's own. The goal is a ratio of 1.5.
/// </summary>
[MemoryDiagnoser]
public class CSharpInspectionBenchmark
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview, DocumentationMode.None);

    private static readonly CSharpCompilation Framework = CSharpCompilation.Create(
        "bench",
        [],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        new(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));

    private (string Path, string Text)[] _files = [];

    /// <summary>Reads the files.</summary>
    [GlobalSetup]
    public void Read()
    {
        var folder = Environment.GetEnvironmentVariable("SECRETSAUDIT_BENCH_TREE") ?? Above("SecretsAudit.sln");
        _files = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Select(path => (path, File.ReadAllText(path)))];
    }

    /// <summary>Parses.</summary>
    [Benchmark(Baseline = true)]
    public int Parse() => Trees().Length;

    /// <summary>Parses and inspects.</summary>
    [Benchmark]
    public int ParseAndInspect()
    {
        var trees = Trees();
        var compilation = Framework.AddSyntaxTrees(trees);
        return trees.Sum(tree => SourceInspection.Inspect(tree, compilation, InspectionSettings.Standard, CancellationToken.None).Count);
    }

    private SyntaxTree[] Trees() => [.. _files.Select(file => CSharpSyntaxTree.ParseText(file.Text, Parsing, file.Path))];

    private static string Above(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, name)))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} has {name}.");
    }
}
