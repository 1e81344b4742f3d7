using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Tests.Rules;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Auditing;

/// <summary>A rule that throws judges nothing: its resources are not evaluated, and the rule itself becomes a finding.</summary>
public sealed class RuleFailureTests : IDisposable
{
    private const string Divisor = "parameters: { divisor: { type: int, default: 0 } }";
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("'1 / divisor > 0'", "DivideByZeroException")]
    [InlineData("'2147483647 - divisor + 1 > 0'", "OverflowException")]
    [InlineData("'now - Days(2000000) < now || divisor > 0'", "ArgumentOutOfRangeException")]
    [InlineData("'secret.Name.Matches(\"(a\") || divisor > 0'", "RegexParseException")]
    public async Task An_error_of_a_rule_is_a_finding_and_no_pass(string fail, string error)
    {
        using var pack = RuleYaml.Pack(_folder, fail, Divisor);

        var result = await AuditEngine.RunAsync(Source(Secret("a"), Secret("b")), pack, new() { AsOf = Now }, CancellationToken.None);

        var finding = Assert.Single(result.Findings);
        Assert.Equal(("SAUD3001", $"The rule sample failed with {error} while it judged a."), (finding.RuleId, finding.Message));
        Assert.Equal(_folder.Of("x/sample.yaml"), finding.Subject.Identity);
        Assert.Equal([$"the rule failed ({error})", $"the rule failed ({error})"], result.NotEvaluated.Select(rule => rule.Reason));
        Assert.Equal(new RuleTally("SAUD1900", 0, 0, 0, 2), result.Tallies.Single(tally => tally.RuleId == "SAUD1900"));
    }

    [Fact]
    public async Task A_message_that_fails_leaves_no_half_finding()
    {
        using var pack = RuleYaml.Pack(_folder, "'true'", Divisor, message: "{1 / divisor}");

        var result = await AuditEngine.RunAsync(Source(Secret()), pack, new() { AsOf = Now }, CancellationToken.None);

        Assert.Equal("SAUD3001", Assert.Single(result.Findings).RuleId);
        Assert.Equal(new RuleTally("SAUD1900", 0, 0, 0, 1), result.Tallies.Single(tally => tally.RuleId == "SAUD1900"));
    }

    [Fact]
    public async Task A_rule_that_fails_always_is_not_asked_for_ever()
    {
        using var pack = RuleYaml.Pack(_folder, "'1 / divisor > 0'", Divisor);

        var result = await AuditEngine.RunAsync(Source([.. Enumerable.Range(0, 1010).Select(i => Secret($"s/{i:0000}"))]), pack, new() { AsOf = Now }, CancellationToken.None);

        Assert.Single(result.Findings);
        Assert.Equal(1010, result.NotEvaluated.Count);
        Assert.Equal(10, result.NotEvaluated.Count(rule => rule.Reason == "the rule failed 1000 times and was not asked again"));
    }

    [Fact]
    public async Task Other_rules_go_on()
    {
        _folder.Write("x/other.yaml", RuleYaml.Rule("secret.Rotation.Enabled", id: "SAUD1901", name: "other"));
        using var pack = RuleYaml.Pack(_folder, "'1 / divisor > 0'", Divisor);

        var result = await AuditEngine.RunAsync(Source(Secret()), pack, new() { AsOf = Now }, CancellationToken.None);

        Assert.Contains(result.Findings, finding => finding.RuleId == "SAUD1901");
    }

    public void Dispose() => _folder.Dispose();
}
