using System.Reflection;
using System.Xml.Linq;

namespace SecretsAudit.Architecture.Tests;

/// <summary>The table of <c>src/README.md</c>, as data: what each project may reference.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Model"] = [],
        ["Iam"] = [],
        ["Detection"] = [],
        ["Analyzers"] = ["Detection"],
        ["Analyzers.CodeFixes"] = ["Analyzers"],
        ["CodeScan"] = ["Model", "Detection", "Analyzers"],
        ["AwsClients"] = [],
        ["Collectors"] = ["Model", "Detection", "AwsClients"],
        ["Engine"] = ["Model", "Iam"],
        ["Reports"] = ["Model"],
        ["Store"] = ["Iam"],
        ["Worker"] = ["Model", "Engine", "Collectors", "CodeScan", "Reports"],
        ["Cli"] = ["Model", "Iam", "Detection", "Analyzers", "CodeScan", "AwsClients", "Collectors", "Engine", "Reports", "Store", "Worker"],
    };

    [Fact]
    public void Every_project_references_only_what_the_table_allows() =>
        Assert.Empty(ProjectGraph.Read(Path.Combine(RepositoryRoot, "src")).DifferencesFrom(Allowed));

    [Theory]
    [InlineData("Engine", "Store", "Engine may not reference Store")]
    [InlineData("Store", "Model", "Store may not reference Model")]
    [InlineData("Gadgets", "Model", "Gadgets is not in the table")]
    public void A_reference_that_the_table_does_not_allow_is_reported(string project, string reference, string expected)
    {
        var file = XDocument.Parse($"""
            <Project><ItemGroup><ProjectReference Include="..\SecretsAudit.{reference}\SecretsAudit.{reference}.csproj" /></ItemGroup></Project>
            """);
        var graph = new ProjectGraph(new Dictionary<string, IReadOnlySet<string>> { [project] = ProjectGraph.ReferencesIn(file) });

        Assert.Contains(expected, graph.DifferencesFrom(Allowed));
    }

    [Fact]
    public void A_project_that_the_table_names_and_nobody_built_is_reported() =>
        Assert.Contains("Model is in the table and does not exist", new ProjectGraph(new Dictionary<string, IReadOnlySet<string>>()).DifferencesFrom(Allowed));

    internal static string RepositoryRoot => typeof(ProjectReferenceTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;
}
