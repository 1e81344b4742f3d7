using System.CommandLine;

namespace SecretsAudit.Cli.Tests;

/// <summary>The help teaches: every command says what it does, and those that do something show examples and exit codes.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Commands => [.. Leaves(Application.Root(Terminal.OfProcess()), string.Empty)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_explains_itself_with_examples(string command)
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync([.. command.Split(' '), "--help"]));

        Assert.Contains("Examples:", line.Output, StringComparison.Ordinal);
        Assert.Contains($"  secretsaudit {command}", line.Output, StringComparison.Ordinal);
        Assert.Contains("Exit codes: ", line.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("audit", "1 findings at or above --fail-on")]
    [InlineData("store exec", "Exit codes: the program's")]
    [InlineData("store status", "Exit codes: 0 done, 2 usage or configuration error.")]
    public async Task The_exit_codes_are_those_of_the_command(string command, string expected)
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync([.. command.Split(' '), "--help"]));

        Assert.Contains(expected, line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_help_names_the_command_to_start_with()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("--help"));

        Assert.Contains("secretsaudit audit", line.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Leaves(Command command, string path) =>
        command.Subcommands.Where(sub => !sub.Hidden).SelectMany(sub => sub.Subcommands.Count == 0 ? [$"{path}{sub.Name}"] : Leaves(sub, $"{path}{sub.Name} "));
}
