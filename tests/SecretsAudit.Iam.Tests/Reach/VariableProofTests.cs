using SecretsAudit.Iam.Tests.Reference;
using static SecretsAudit.Iam.Tests.Policies;

namespace SecretsAudit.Iam.Tests.Reach;

/// <summary>Random policies that compare tags with each other: whatever request of a small universe the evaluator allows, the search does not deny.</summary>
public class VariableProofTests
{
    private static readonly string[] Keys = ["aws:PrincipalTag/a", "aws:PrincipalTag/b", "aws:ResourceTag/a", "aws:RequestTag/a"];
    private static readonly string[] Listed = ["x", "y", "x*", "${aws:PrincipalTag/a}", "${aws:PrincipalTag/b}", "${aws:ResourceTag/a}"];
    private static readonly string?[] Values = [null, "", "x", "y", "x1", "z"];
    private static readonly string[] Operators = ["StringEquals", "StringNotEquals", "StringLike", "StringEqualsIfExists", "StringNotEqualsIfExists"];

    [Fact]
    public void No_request_of_the_universe_gets_through_where_the_search_says_nobody_does()
    {
        var dice = new Dice(61);
        var (denied, allowed, undetermined) = (0, 0, 0);
        for (var i = 0; i < 400; i++)
        {
            var policy = Resource(Statement(dice, "Allow", 4 + dice.Next(4)), Statement(dice, "Deny", 1 + dice.Next(2)), Statement(dice, "Deny", 1));
            var verdict = PolicyReach.Find(policy, TrustZone.Nobody, new ReachOptions { Resource = SecretArn });
            var witness = Universe().FirstOrDefault(context => PolicyEvaluator.Decide(Get(Principal.Root(OtherAccount), context), new PolicySet { Resource = policy }).IsAllowed);
            if (verdict is ReachVerdict.Denied)
                Assert.True(witness is null, string.Join("\n", policy.Statements.Select(statement => $"{statement.Effect} {string.Join("; ", statement.Conditions)}")));
            denied += verdict is ReachVerdict.Denied ? 1 : 0;
            allowed += verdict is ReachVerdict.Allowed ? 1 : 0;
            undetermined += verdict is ReachVerdict.Undetermined ? 1 : 0;
        }

        // The test says nothing when the search says nothing.
        Assert.True(denied >= 60 && allowed >= 60 && undetermined < 120, $"{denied} denied, {allowed} allowed, {undetermined} undetermined");
    }

    private static string Statement(Dice dice, string effect, int conditionCount)
    {
        // An Allow whose conditions pass absent keys is met too easily to prove anything about.
        var conditions = Enumerable.Range(0, conditionCount).Select(_ => (Operator: Operators[dice.Next(effect == "Allow" ? 3 : Operators.Length)], Key: dice.Of(Keys), Value: dice.Of(Listed)))
            .DistinctBy(condition => (condition.Operator, condition.Key)).GroupBy(condition => condition.Operator)
            .Select(group => $"\"{group.Key}\":{{{string.Join(",", group.Select(condition => $"\"{condition.Key}\":\"{condition.Value}\""))}}}");
        return Policies.Statement(effect, "\"*\"", $"{{{string.Join(",", conditions)}}}");
    }

    private static IEnumerable<RequestContext> Universe() =>
        from a in Values
        from b in Values
        from resource in Values
        from sent in Values
        select Context([a, b, resource, sent]);

    private static RequestContext Context(string?[] values)
    {
        var context = new RequestContext();
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
                context.Add(Keys[i], value);
        }

        return context;
    }
}
