using System.Text.Json;

namespace SecretsAudit.Cli.Tests;

/// <summary>Rules are listed, explained and tested.</summary>
public sealed class RulesCommandTests
{
    [Fact]
    public async Task The_list_has_the_shipped_rules_the_ones_for_code_and_the_ones_about_the_audit()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("rules", "list"));

        foreach (var id in (string[])["SAUD1003", "SAUD1040", "SAUD2001", "SAUD3001"])
            Assert.Contains(id, line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_the_list_as_JSON()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("rules", "list", "--json"));

        using var json = JsonDocument.Parse(line.Output);
        Assert.Contains(json.RootElement.EnumerateArray(), rule => rule.GetProperty("name").GetString() == "rotation-overdue" && rule.GetProperty("enabled").GetBoolean());
    }

    [Theory]
    [InlineData("rotation-overdue")]
    [InlineData("saud1003")]
    public async Task A_rule_is_shown_with_its_expression_parameters_and_remedy(string name)
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("rules", "show", name));

        foreach (var part in (string[])["SAUD1003 rotation-overdue", "secret.Rotation.Next + grace < now", "default 1d", "Remediation", "aws-fsbp: SecretsManager.2"])
            Assert.Contains(part, line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shipped_rules_pass_their_own_tests()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("rules", "test"));

        Assert.Contains(", 0 failed", line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_judges_otherwise_than_its_tests_say_fails_with_the_place()
    {
        using var line = new CommandLine();
        var shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", "lifecycle", "no-description.yaml"));
        line.Write("mine/lifecycle/no-description.yaml", shipped.Replace("    secret: { Description: absent }\n    expect: fail", "    secret: { Description: absent }\n    expect: pass", StringComparison.Ordinal));

        Assert.Equal(2, await line.RunAsync("rules", "test", "mine"));

        Assert.Contains("no-description.yaml(", line.Output, StringComparison.Ordinal);
        Assert.Contains("Expected pass, but it is fail", line.Output, StringComparison.Ordinal);
    }
}
