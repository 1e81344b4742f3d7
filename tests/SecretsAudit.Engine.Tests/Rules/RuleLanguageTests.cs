using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Rules;

/// <summary>What a rule may say, and what it then means.</summary>
public sealed class RuleLanguageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("secret.Name == \"prod/orders/db\"", "fail")]
    [InlineData("secret.Name != \"prod/orders/db\"", "pass")]
    [InlineData("secret.Name.StartsWith(\"prod/\") && !secret.Name.Contains(\"test\")", "fail")]
    [InlineData("secret.Name.Matches(\"^[a-z]+/[a-z]+/[a-z]+$\")", "fail")]
    [InlineData("secret.Tags[\"owner\"] == \"team-orders\"", "fail")]
    [InlineData("secret.Tags[\"costcentre\"].IsAbsent()", "fail")]
    [InlineData("secret.Tags[\"costcentre\"] == \"x\"", "not-evaluated")]
    [InlineData("secret.Tags[\"costcentre\"].OrElse(\"x\") == \"x\"", "fail")]
    [InlineData("now - secret.CreatedAt > Days(399)", "fail")]
    [InlineData("now - secret.CreatedAt > Days(400)", "pass")]
    [InlineData("secret.CreatedAt + Days(1) + Hours(2) < now", "fail")]
    [InlineData("secret.Rotation.AfterDays > 20 + 2 * 5 - 1", "fail")]
    [InlineData("secret.Rotation.AfterDays * 2 > 1", "error")]
    [InlineData("secret.Rotation.Schedule.StartsWith(\"rate\")", "not-evaluated")]
    [InlineData("secret.Rotation.Schedule.IsAbsent() || secret.Rotation.Schedule.StartsWith(\"rate\")", "fail")]
    [InlineData("secret.Rotation.Enabled && secret.Rotation.Enabled", "fail")]
    [InlineData("secret.Rotation.Enabled == true", "fail")]
    [InlineData("!secret.Rotation.Enabled || secret.IsReplica", "pass")]
    [InlineData("true", "fail")]
    [InlineData("false", "pass")]
    [InlineData("1 > 2 || 3.5m > 3", "fail")]
    public void An_expression_means_what_it_says(string expression, string outcome)
    {
        var quoted = "'" + expression + "'";
        if (outcome == "error")
        {
            Assert.NotEmpty(RuleYaml.ErrorsOf(expression));
            return;
        }

        using var pack = RuleYaml.Pack(_folder, quoted);
        var context = new FactContext { AsOf = Now };
        var judge = new ResourceJudge(context);
        var rule = BoundRules.Bind(pack, new() { AsOf = Now }).Secrets;
        judge.Judge(new SecretFacts(Secret(), context), rule);

        var tally = rule[0].Tally;
        Assert.Equal(outcome, tally switch { { Failed: 1 } => "fail", { Passed: 1 } => "pass", _ => "not-evaluated" });
    }

    [Fact]
    public async Task Parameters_of_every_type_can_be_set()
    {
        const string More = """
            parameters:
              yes: { type: bool, default: false }
              count: { type: int, default: 1 }
              factor: { type: decimal, default: 1.5 }
              age: { type: duration, default: 1d }
              prefix: { type: string, default: a }
              names: { type: list, default: [a, b] }
            """;
        using var pack = RuleYaml.Pack(_folder, "'yes && secret.Rotation.AfterDays > count && factor > 2.5m && now - secret.CreatedAt > age && secret.Name.StartsWith(prefix) && secret.Name.IsOneOf(names)'", More);

        var unset = await RunAsync(pack, []);
        var set = await RunAsync(pack, new() { ["yes"] = "true", ["count"] = "29", ["factor"] = "2.75", ["age"] = "399d", ["prefix"] = "prod", ["names"] = "x, prod/orders/db" });

        Assert.Empty(unset.Findings);
        Assert.Single(set.Findings);
    }

    [Fact]
    public async Task A_message_takes_values_in_and_nothing_that_could_do_harm()
    {
        using var pack = RuleYaml.Pack(_folder, "'true'", message: "{{x}} {secret.Name} {secret.Description} {secret.Rotation.Next:d} {secret.OwningService} {now - secret.CreatedAt:d}");
        var hostile = Secret("a\u001b[2J\u202eb\r\n") with { Description = Known(new string('d', 5000)) };

        var finding = Assert.Single((await AuditEngine.RunAsync(Source(hostile), pack, new() { AsOf = Now }, CancellationToken.None)).Findings);

        Assert.Equal("{x} a\uFFFD[2J\uFFFDb\uFFFD\uFFFD " + new string('d', 300) + "… 2026-01-25 (absent) 400", finding.Message);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<AuditResult> RunAsync(SecretsAudit.Engine.Rules.RulePack pack, Dictionary<string, string> parameters) => AuditEngine.RunAsync(
        Source(Secret()), pack, new() { AsOf = Now, Rules = new Dictionary<string, RuleSetting> { ["sample"] = new() { Parameters = parameters } } }, CancellationToken.None);
}
