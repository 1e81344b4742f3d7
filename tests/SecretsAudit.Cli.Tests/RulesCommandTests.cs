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

    [Theory]
    [InlineData("secret")]
    [InlineData("key")]
    [InlineData("parameter")]
    [InlineData("account")]
    public async Task A_new_rule_passes_its_tests_and_the_next_one_gets_the_next_id(string resource)
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("rules", "new", "first-thing", "--resource", resource));
        Assert.Equal(0, await line.RunAsync("rules", "new", "second-thing", "--resource", resource));
        Assert.Equal(0, await line.RunAsync("rules", "test", "my-rules"));

        Assert.Contains("2 rules, 6 tests passed, 0 failed", line.Output, StringComparison.Ordinal);
        Assert.Contains("id: SAUD1901", line.Read("my-rules/second-thing.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules new Bad_Name", "lower-case words joined by hyphens")]
    [InlineData("rules new fine --id X1", "SAUD1 and three digits")]
    [InlineData("rules new fine --resource bucket", "Choose from: secret, key, parameter, account")]
    [InlineData("rules list --framework pci", "Choose from: aws-fsbp")]
    public async Task A_mistake_is_named_with_its_remedy(string command, string expected)
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync(command.Split(' ')));

        Assert.Contains(expected, line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_is_there_is_not_overwritten()
    {
        using var line = new CommandLine();
        await line.RunAsync("rules", "new", "mine");

        Assert.Equal(2, await line.RunAsync("rules", "new", "mine"));
    }

    [Fact]
    public async Task A_framework_has_its_rules_with_their_controls()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("rules", "list", "--framework", "aws-fsbp"));

        Assert.Contains("SecretsManager.3", line.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cost-outlier", line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_tells_what_it_costs_and_what_others_call_it()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("rules", "show", "unused-secret"));

        foreach (var part in (string[])["Needs:         description", "prowler:secretsmanager_secret_unused", "config:secretsmanager-secret-unused"])
            Assert.Contains(part, line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_of_a_rule_is_on_stdout()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("rules", "schema"));

        using var schema = JsonDocument.Parse(line.Output);
        Assert.True(schema.RootElement.GetProperty("properties").TryGetProperty("fail", out _));
    }
}
