using System.Text.Json;
using SecretsAudit.Store.Estate.Plans;
using SecretsAudit.Store.Estate.Plants;

namespace SecretsAudit.Store.Tests.Estate;

public sealed class EstatePlanTests
{
    [Fact]
    public void The_company_has_some_four_hundred_secrets_in_three_accounts_and_three_regions()
    {
        Assert.InRange(EstatePlan.All.Count, 380, 440);
        Assert.Equal(9, EstatePlan.All.Select(secret => secret.Place).Distinct().Count());
    }

    [Fact]
    public void No_name_is_used_twice_in_one_place()
    {
        var twice = EstatePlan.All.GroupBy(secret => (secret.Place, secret.Name)).Where(group => group.Count() > 1);

        Assert.Empty(twice.Select(group => group.Key.Name));
    }

    [Theory]
    [InlineData(RuleNames.RotationOverdue)]
    [InlineData(RuleNames.AwsManagedKey)]
    [InlineData(RuleNames.WildcardPolicy)]
    [InlineData(RuleNames.Unused)]
    [InlineData(RuleNames.CostOutlier)]
    public void Every_rule_has_violations_and_innocent_neighbours(string rule)
    {
        var expectations = EstatePlan.All.SelectMany(secret => secret.Expectations).Where(expectation => expectation.Rule == rule).ToList();

        Assert.InRange(expectations.Count(expectation => expectation.IsViolation), 6, 14);
        Assert.InRange(expectations.Count(expectation => !expectation.IsViolation), 5, 14);
    }

    [Fact]
    public void Every_other_rule_has_a_violation_and_an_innocent_neighbour()
    {
        var expectations = EstatePlan.All.SelectMany(secret => secret.Expectations)
            .Concat(TroubledKeys.Keys.SelectMany(key => key.Expectations))
            .Concat(Parameters.All.SelectMany(parameter => parameter.Expectations))
            .Concat(Trails.Expectations().Select(expected => expected.Expectation))
            .ToLookup(expectation => expectation.IsViolation, expectation => expectation.Rule);
        var rules = typeof(RuleNames).GetFields().Concat(typeof(HouseRuleNames).GetFields()).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(rules, expectations[true].Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(rules, expectations[false].Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Most_secrets_keep_every_rule() =>
        Assert.InRange(EstatePlan.All.Count(secret => secret.Expectations.Any(expectation => expectation.IsViolation && !HouseRuleNames.Has(expectation.Rule))), 30, EstatePlan.All.Count / 4);

    [Fact]
    public void Every_policy_is_a_document()
    {
        foreach (var policy in EstatePlan.All.Select(secret => secret.Policy).OfType<string>())
        {
            using var document = JsonDocument.Parse(policy);
            Assert.All(document.RootElement.GetProperty("Statement").EnumerateArray(), statement => Assert.Contains(
                statement.EnumerateObject().Select(member => member.Name), name => name is "Principal" or "NotPrincipal"));
        }
    }

    [Fact]
    public void Nothing_happens_after_the_present()
    {
        Assert.All(EstatePlan.All, secret =>
        {
            Assert.InRange(secret.Created, Calendar.Start.AddDays(-2), Calendar.Now);
            Assert.All(secret.Use.Moments(), read => Assert.InRange(read, secret.Created, Calendar.Now));
        });
    }
}
