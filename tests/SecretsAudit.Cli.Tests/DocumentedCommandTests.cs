using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;

namespace SecretsAudit.Cli.Tests;

/// <summary>Every command that README and docs tell people to type is one that the command line takes, and every file they point to exists.</summary>
public sealed partial class DocumentedCommandTests
{
    internal static readonly string Root =
        typeof(DocumentedCommandTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat([Path.Combine(Root, "README.md"), Path.Combine(Root, "rules", "README.md"), Path.Combine(Root, "src", "README.md")])
            .Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_on_the_page_is_one_we_take(string page)
    {
        using var line = new CommandLine();
        foreach (var command in Commands(File.ReadAllText(Path.Combine(Root, page))))
        {
            var parse = Application.Root(Terminal.OfProcess()).Parse(command);
            Assert.True(parse.Errors.Count == 0, $"{page}: secretsaudit {command}: {string.Join(' ', parse.Errors.Select(error => error.Message))}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_file_the_page_points_to_exists(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, page))!;
        foreach (Match link in Link().Matches(File.ReadAllText(Path.Combine(Root, page))))
        {
            var target = link.Groups["target"].Value.Split('#')[0];
            Assert.True(target.Length == 0 || Path.Exists(Path.Combine(folder, target)), $"{page} points to {target}, which is not there");
        }
    }

    [Fact]
    public void The_first_page_has_commands() => Assert.True(Commands(File.ReadAllText(Path.Combine(Root, "README.md"))).Count() > 10);

    [Fact]
    public void The_page_on_policies_has_every_remark_with_its_weight()
    {
        var rows = File.ReadAllLines(Path.Combine(Root, "docs", "policy.md")).Where(row => row.StartsWith("| `", StringComparison.Ordinal)).Select(row => row.Split('|')).ToList();
        foreach (var kind in Iam.PolicyRemarkKind.All)
        {
            var row = Assert.Single(rows, row => row[1].Trim() == $"`{kind.Id}`");
            Assert.Equal(kind.Severity.ToString().ToLowerInvariant(), row[2].Trim());
        }
    }

    private static IEnumerable<string> Commands(string text) =>
        Typed().Matches(text.Replace("\\\n", " ", StringComparison.Ordinal)).Select(typed => typed.Groups["args"].Value.Trim());

    // Between backquotes, or alone on a line of a block; "out/secretsaudit" and the package's name are no commands.
    [GeneratedRegex(@"(?:`|^\s*(?:\$ )?|run: |entry: |exec |\. -- |src/SecretsAudit\.Cli -- |run --rm )(?:secretsaudit )?(?<=secretsaudit |Cli -- )(?<args>(?:audit|scan|rules|inventory|worker|store|policy)\b[^`\n|;#>]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Typed();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
