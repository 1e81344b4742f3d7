using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecretsAudit.Analyzers.Rules;

namespace SecretsAudit.Analyzers.Tests;

/// <summary>Runs the analyzers over marked source and compares what they find with the marks.</summary>
internal static class Check
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net;
        global using System.Net.Http; global using System.Text; global using System.Threading; global using System.Threading.Tasks;
        """;

    public static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    /// <summary>Each mark is found, and nothing else.</summary>
    public static async Task FindsAsync(string marked, string path = "src/App/Code.cs", params (string Key, string Value)[] settings)
    {
        var source = MarkedSource.Parse(marked);
        var found = await DiagnosticsAsync([(path, source.Text)], settings);

        var unmarked = found.Where(finding => !source.Marks.Any(mark => mark.Span.Contains(finding.Location.SourceSpan)));
        Assert.True(!unmarked.Any(), $"Not marked, and found: {string.Join("; ", unmarked)}\n{source.Text}");
        foreach (var (span, rule) in source.Marks)
        {
            var here = found.Where(finding => span.Contains(finding.Location.SourceSpan)).ToList();
            Assert.True(here.Count > 0, $"Not found: {source.Text.Substring(span.Start, span.Length)}\nin\n{source.Text}");
            if (rule is not null)
                Assert.Contains(here, finding => finding.Id == rule);
        }
    }

    /// <summary>Statements in a method of a class; what they use besides is declared by the caller.</summary>
    public static Task FindsInMethodAsync(string statements, string members = "") =>
        FindsAsync($$"""
            class Sample
            {
                {{members}}

                async Task<object?> Run(string input, IDictionary<string, string> settings, bool flag)
                {
                    await Task.Yield();
                    {{statements}}
                    return null;
                }
            }
            """);

    public static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(string source) => DiagnosticsAsync([("src/App/Code.cs", source)]);

    public static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(
        IReadOnlyList<(string Path, string Text)> files, IReadOnlyList<(string Key, string Value)>? settings = null, params AdditionalText[] additional)
    {
        var compilation = Compile(files);
        UnboundAnswers.AreThoseOfBinding(compilation);
        var options = new AnalyzerOptions([.. additional], new FixedSettings(settings ?? []));
        var analyzers = ImmutableArray.Create<DiagnosticAnalyzer>(new CredentialAnalyzer(), new ConfigurationFileAnalyzer());
        return compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            options,
            onAnalyzerException: static (exception, _, _) => throw new InvalidOperationException("An analyzer threw.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false)).GetAnalyzerDiagnosticsAsync();
    }

    public static CSharpCompilation Compile(IReadOnlyList<(string Path, string Text)> files) => CSharpCompilation.Create(
        "sample",
        [CSharpSyntaxTree.ParseText(Usings, Parsing), .. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, Parsing, file.Path))],
        Net100.References.All,
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    private sealed class FixedSettings(IReadOnlyList<(string Key, string Value)> settings) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(settings);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options(IReadOnlyList<(string Key, string Value)> settings) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = settings.FirstOrDefault(setting => string.Equals(setting.Key, key, StringComparison.OrdinalIgnoreCase)).Value;
                return value is not null;
            }
        }
    }
}
