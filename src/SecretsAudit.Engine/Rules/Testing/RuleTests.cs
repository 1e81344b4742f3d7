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
        var context = new FactContext { AsOf = test.Now, OwnerTags = ["owner"], Prices = pack.Prices, Trust = new() { Accounts = test.TrustedAccounts } };
        foreach (var key in test.Keys)
            context.Keys.Add(key);

        var judge = new ResourceJudge(context);
        BoundRule bound = test.Resource switch
        {
            KmsKey key => Judge(pack, rule, test, judge, new KmsKeyFacts(key, context)),
            Parameter parameter => Judge(pack, rule, test, judge, new ParameterFacts(parameter, context)),
            AccountRegion account => Judge(pack, rule, test, judge, new AccountFacts(account, context)),
            Secret secret => Judge(pack, rule, test, judge, FactsOf(pack, test, secret, context)),
            var other => throw new InvalidOperationException($"No facts for {other.GetType().Name}."),
        };
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

    private static BoundRule<TFacts> Judge<TFacts>(RulePack pack, Rule rule, RuleTest test, ResourceJudge judge, TFacts facts)
        where TFacts : class, IResourceFacts
    {
        var bound = BoundRule<TFacts>.Of(pack, rule, new(test.Now, test.Parameters));
        judge.Judge(facts, [bound]);
        return bound;
    }

    private static SecretFacts FactsOf(RulePack pack, RuleTest test, Secret secret, FactContext context)
    {
        var facts = new SecretFacts(secret, context);
        if (pack.Prices is { } prices)
            context.Fleet = Fleet(prices, test, facts);

        var members = new FleetMembers(context.Identity) { Covered = new HashSet<Scope>(test.Covered) { secret.Scope } };
        foreach (var other in test.Others)
            members.Add(new(other, context));
        members.Add(facts);
        context.Members = members;
        return facts;
    }

    private static FleetCosts Fleet(PriceList prices, RuleTest test, SecretFacts facts)
    {
        var pricing = new Pricing(prices, new HashSet<Scope> { facts.Secret.Scope });
        var own = pricing.Monthly(facts);
        decimal[] known = own.IsKnown ? [.. test.Fleet, own.Value] : [.. test.Fleet];
        return new(pricing, known, own.IsKnown ? 0 : 1, test.Now);
    }

    private static string Word(RuleExpectation expectation) => WordReader.Kebab(expectation.ToString());
}
