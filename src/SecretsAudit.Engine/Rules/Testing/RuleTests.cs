using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Facts;
using SecretsAudit.Engine.Fleet;
using SecretsAudit.Engine.Rules.Reading;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules.Testing;

/// <summary>Runs the tests that rules' files hold. Reads nothing but the pack.</summary>
public static class RuleTests
{
    /// <summary>Runs every test of every rule, enabled or not.</summary>
    /// <param name="pack">The rules.</param>
    public static IReadOnlyList<RuleTestResult> Run(RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return
        [
            .. from rule in pack.Rules
               from test in rule.Body.Tests
               select new RuleTestResult(rule.Descriptor.Id, rule.Descriptor.Name, test.Name, test.At, Failure(pack, rule, test)),
        ];
    }

    private static string? Failure(RulePack pack, Rule rule, RuleTest test)
    {
        var context = new FactContext { AsOf = test.Now, OwnerTags = ["owner"] };
        foreach (var key in test.Keys)
            context.Keys.Add(key);

        var facts = new SecretFacts(test.Secret, context);
        if (pack.Prices is { } prices)
            context.Fleet = Fleet(prices, test, facts);

        var compiled = pack.Create(rule, new(test.Now, test.Parameters));
        var bound = new BoundRule(rule, rule.Descriptor, compiled);
        var judge = new SecretJudge();
        judge.Judge(facts, [bound]);
        if (judge.RuleFailures is [var threw, ..])
            return threw.Evidence.First(evidence => evidence.Label == "Error").Observation;

        var outcome = bound switch
        {
            { Passed: 1 } => RuleExpectation.Pass,
            { Failed: 1 } => RuleExpectation.Fail,
            { NotApplicable: 1 } => RuleExpectation.NotApplicable,
            _ => RuleExpectation.NotEvaluated,
        };
        var text = judge.Findings is [var finding] ? finding.Message : judge.Unevaluated is [var unevaluated] ? unevaluated.Reason : "";
        return outcome != test.Expect ? $"Expected {Word(test.Expect)}, but it is {Word(outcome)}{(text.Length > 0 ? $": {text}" : "")}"
            : test.Message is { } message && text != message ? $"Expected the message '{message}', but it is '{text}'"
            : null;
    }

    private static FleetCosts Fleet(PriceList prices, RuleTest test, SecretFacts facts)
    {
        var pricing = new Pricing(prices, new HashSet<Scope> { test.Secret.Scope });
        var own = pricing.Monthly(facts);
        decimal[] known = own.IsKnown ? [.. test.Fleet, own.Value] : [.. test.Fleet];
        return new(pricing, known, own.IsKnown ? 0 : 1, test.Now);
    }

    private static string Word(RuleExpectation expectation) => WordReader.Kebab(expectation.ToString());
}
