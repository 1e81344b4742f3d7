using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Rules.Reading;
using SecretsAudit.Engine.Rules.Testing;

namespace SecretsAudit.Engine.Tests.Rules;

public sealed class ShippedRuleTests(SharedPack shared) : IClassFixture<SharedPack>
{
    [Fact]
    public void Every_test_in_a_shipped_rule_passes()
    {
        var results = RuleTests.Run(shared.Pack);

        Assert.Empty(results.Where(result => !result.Passed).Select(result => $"{result.At} {result.RuleName}: {result.TestName}: {result.Failure}"));
        Assert.Equal(shared.Pack.Rules.Sum(rule => rule.TestCount), results.Count);
    }

    [Fact]
    public void Every_rule_that_is_off_is_listed_with_the_reason()
    {
        var readme = File.ReadAllText(Path.Combine(ShippedRules.Directory, "README.md"));
        var section = readme.Split("## What is off, and why")[1].Split("\n## ")[0];
        var named = shared.Pack.Rules.Select(rule => rule.Descriptor.Name).Where(name => section.Contains($"`{name}`", StringComparison.Ordinal));

        Assert.Equal(shared.Pack.Rules.Where(rule => !rule.EnabledByDefault).Select(rule => rule.Descriptor.Name), named);
    }

    [Fact]
    public void A_wrong_expectation_is_a_failed_test_that_says_what_came_out()
    {
        using var folder = new TemporaryFolder();
        using var pack = RuleYaml.Pack(folder, "'true'");

        var failed = RuleTests.Run(pack).Where(result => !result.Passed).ToList();

        Assert.Equal(["passes", "unknown"], failed.Select(result => result.TestName));
        Assert.Equal("Expected pass, but it is fail: Bad.", failed[0].Failure);
        Assert.Equal(folder.Of("x/sample.yaml"), failed[0].At.File);
    }

    [Fact]
    public void The_readme_lists_every_rule()
    {
        var readme = File.ReadAllText(Path.Combine(ShippedRules.Directory, "README.md"));
        var table = string.Concat(shared.Pack.Rules.Select(Row));

        Assert.True(readme.Contains("| --- | --- | --- | --- | --- | --- | --- |\n" + table + "<!-- /rules -->", StringComparison.Ordinal), "rules/README.md should hold this table:\n" + table);
    }

    [Fact]
    public void The_readmes_expressions_compile()
    {
        var readme = File.ReadAllText(Path.Combine(ShippedRules.Directory, "README.md"));
        var block = readme.Split("### Expressions")[1].Split("```")[1];
        var expressions = block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("  ")[0]).ToList();

        Assert.Equal(5, expressions.Count);
        Assert.All(expressions, expression =>
            Assert.Empty(RuleYaml.ErrorsOf(expression, "parameters: { grace: { type: duration, default: 1d }, allowed: { type: list, default: [] } }")));
    }

    private static string Row(Rule rule) =>
        $"| {rule.Descriptor.Id} | [{rule.Descriptor.Name}]({rule.Descriptor.Category}/{rule.Descriptor.Name}.yaml) | {WordReader.Kebab(rule.Descriptor.Severity.ToString())} | {(rule.EnabledByDefault ? "yes" : "")} | {NeedsReader.Format(rule.Needs)}{(rule.NeedsFleet ? ", fleet" : "")} | {string.Join(", ", rule.Descriptor.Peers ?? [])} | {string.Join(", ", rule.Descriptor.Controls.Keys)} |\n";
}
