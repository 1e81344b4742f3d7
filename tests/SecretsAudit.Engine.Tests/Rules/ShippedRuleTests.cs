using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Rules.Caching;
using SecretsAudit.Engine.Rules.Testing;

namespace SecretsAudit.Engine.Tests.Rules;

public sealed class ShippedRuleTests
{
    [Fact]
    public void Every_test_in_a_shipped_rule_passes()
    {
        using var pack = RulePack.Load([ShippedRules.Directory], RuleCaches.None);

        var results = RuleTests.Run(pack);

        Assert.Empty(results.Where(result => !result.Passed).Select(result => $"{result.At} {result.RuleName}: {result.TestName}: {result.Failure}"));
        Assert.True(results.Count > 40);
    }
}
