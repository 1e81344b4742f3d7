using System.Globalization;
using System.Text.Json.Nodes;
using SecretsAudit.Iam.Tests.Reference;

namespace SecretsAudit.Iam.Tests.Checks;

/// <summary>
/// What a remark says of a statement, against requests: a statement that never matches is met by none, and without a redundant one every
/// request is decided as with it. Requests are decided by the reference for the first, and by the evaluator for the second.
/// </summary>
public class StatementRemarkPropertyTests
{
    // SECRETSAUDIT_DIFFERENTIAL_POLICIES asks for more.
    private static readonly int PoliciesPerSeed =
        int.TryParse(Environment.GetEnvironmentVariable("SECRETSAUDIT_DIFFERENTIAL_POLICIES"), CultureInfo.InvariantCulture, out var wanted) ? wanted / 4 : 100;

    private static readonly string[] AlwaysPresent = ["aws:currenttime", "aws:securetransport"];

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void No_request_of_a_small_universe_meets_a_statement_that_is_said_never_to_match(ulong seed)
    {
        var dice = new Dice(seed);
        var remarked = 0;
        for (var i = 0; i < PoliciesPerSeed; i++)
        {
            var text = SearchUniverse.Policy(dice);
            foreach (var index in Remarked(text, PolicyRemarkIds.NeverMatches))
            {
                var alone = new ReferencePolicy(Allowing(text, index));
                var met = SearchUniverse.Requests(text).FirstOrDefault(request => alone.Any("Allow", request));
                Assert.True(met is null, $"{met} {Words(met)} meets statement {index} of {text}");
                remarked++;
            }
        }

        Assert.InRange(remarked, PoliciesPerSeed / 20, PoliciesPerSeed * 4);
    }

    [Theory]
    [InlineData(33)]
    [InlineData(34)]
    public void No_random_request_meets_a_statement_that_is_said_never_to_match(ulong seed)
    {
        var dice = new Dice(seed);
        var remarked = 0;
        for (var i = 0; i < PoliciesPerSeed * 2; i++)
        {
            var text = RandomPolicies.Policy(dice, hasPrincipal: true);
            foreach (var index in Remarked(text, PolicyRemarkIds.NeverMatches))
            {
                var alone = new ReferencePolicy(Allowing(text, index));
                for (var drawn = 0; drawn < 200; drawn++)
                {
                    var (request, _) = RandomRequests.Next(dice);
                    // AWS writes these two into every request, whoever calls.
                    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
                    if (!AlwaysPresent.All(request.Context.ContainsKey))
                        continue;
                    Assert.False(alone.Any("Allow", request), $"{request} {Words(request)} meets statement {index} of {text}");
                }

                remarked++;
            }
        }

        Assert.InRange(remarked, PoliciesPerSeed / 20, PoliciesPerSeed * 6);
    }

    [Theory]
    [InlineData(35)]
    [InlineData(36)]
    public void A_statement_by_which_a_witness_gets_in_is_neither_dead_nor_redundant_alone(ulong seed)
    {
        var dice = new Dice(seed);
        var found = 0;
        for (var i = 0; i < PoliciesPerSeed; i++)
        {
            var text = SearchUniverse.Policy(dice);
            var options = new ReachOptions { Actions = ["secretsmanager:GetSecretValue"], Resource = SearchUniverse.Secret, Budget = 1_000_000 };
            if (PolicyReach.Find(Policies.Parse(text), SearchUniverse.Zone, options) is not ReachVerdict.Allowed { Witness: var witness })
                continue;

            Assert.DoesNotContain(witness.Statement.Index, Remarked(text, PolicyRemarkIds.NeverMatches));
            // A redundant one may let the witness in, if another that is none does, too.
            var redundant = Remarked(text, PolicyRemarkIds.RedundantStatement);
            if (redundant.Contains(witness.Statement.Index))
                Assert.Equal(AccessOutcome.Allowed, Decide(witness.Request, Without(text, redundant)).WithGrant);
            found++;
        }

        Assert.InRange(found, PoliciesPerSeed / 4, PoliciesPerSeed);
    }

    [Theory]
    [InlineData(37)]
    [InlineData(38)]
    public void Without_its_redundant_statements_a_policy_decides_every_request_as_before(ulong seed)
    {
        var dice = new Dice(seed);
        var remarked = 0;
        for (var i = 0; i < PoliciesPerSeed; i++)
        {
            var text = dice.OneIn(2) ? WithNearlyTheSame(RandomPolicies.Policy(dice, hasPrincipal: true), dice) : WithNearlyTheSame(SearchUniverse.Policy(dice), dice);
            var redundant = Remarked(text, PolicyRemarkIds.RedundantStatement);
            if (redundant.Count == 0)
                continue;

            // Each alone, and, as its reader would do it, all at once.
            var without = redundant.Select(index => Without(text, [index])).Append(Without(text, redundant)).ToList();
            for (var drawn = 0; drawn < 120; drawn++)
            {
                var (told, request) = RandomRequests.Next(dice);
                var before = Decide(request, text);
                Assert.All(without, changed => Assert.True(before == Decide(request, changed), $"{told} {Words(told)} is {before}, not {Decide(request, changed)}, in {text} without {changed}"));
            }

            remarked++;
        }

        Assert.InRange(remarked, PoliciesPerSeed / 4, PoliciesPerSeed);
    }

    private static List<int> Remarked(string text, string id) =>
    [
        .. PolicyCheck.Run(text, PolicyKind.Secret).Remarks.Where(remark => remark.Id == id)
            .Select(remark => int.Parse(remark.Path["Statement[".Length..remark.Path.IndexOf(']')], CultureInfo.InvariantCulture)).Distinct(),
    ];

    private static JsonArray Statements(JsonNode policy) => policy["Statement"] is JsonArray several ? several : [policy["Statement"]!.DeepClone()];

    // The statement by itself, as an Allow, so that what meets it is allowed.
    private static string Allowing(string text, int index)
    {
        var policy = JsonNode.Parse(text)!.AsObject();
        var statement = Statements(policy)[index]!.DeepClone();
        statement["Effect"] = "Allow";
        policy["Statement"] = new JsonArray(statement);
        return policy.ToJsonString();
    }

    // Null when nothing is left: a policy has to have a statement.
    private static string? Without(string text, IEnumerable<int> indexes)
    {
        var policy = JsonNode.Parse(text)!.AsObject();
        var left = Statements(policy).Where((_, index) => !indexes.Contains(index)).Select(statement => statement!.DeepClone()).ToArray();
        policy["Statement"] = new JsonArray(left);
        return left.Length == 0 ? null : policy.ToJsonString();
    }

    // Statements drawn by themselves seldom cover each other: one of them comes again, with one element changed.
    private static string WithNearlyTheSame(string text, Dice dice)
    {
        var policy = JsonNode.Parse(text)!.AsObject();
        var statements = new JsonArray([.. Statements(policy).Select(statement => statement!.DeepClone())]);
        var again = statements[dice.Next(statements.Count)]!.DeepClone().AsObject();
        var element = dice.Of(again.Select(member => member.Key).ToList());
        switch (element)
        {
            case "Effect":
                again["Effect"] = dice.Of("Allow", "Deny");
                break;
            case "Principal" or "NotPrincipal":
                again.Remove(element);
                again["Principal"] = dice.Of("*", RandomPolicies.Theirs) is var who and not "*" ? new JsonObject { ["AWS"] = who } : JsonValue.Create("*");
                break;
            case "Condition":
                again.Remove("Condition");
                break;
            default:
                again.Remove(element);
                again[element.Replace("Not", "", StringComparison.Ordinal)] = dice.Of("*", element.EndsWith("Action", StringComparison.Ordinal) ? "secretsmanager:*" : "arn:aws:secretsmanager:*");
                break;
        }

        statements.Insert(dice.Next(statements.Count + 1), again);
        policy["Statement"] = statements;
        return policy.ToJsonString();
    }

    // By the policy alone, and with a grant of the caller's own, which somebody of another account needs besides.
    private static (AccessOutcome Alone, AccessOutcome WithGrant) Decide(AccessRequest request, string? policy)
    {
        var resource = policy is null ? null : Policies.Parse(policy);
        return (PolicyEvaluator.Decide(request, new PolicySet { Resource = resource }).Outcome, PolicyEvaluator.Decide(request, new PolicySet { Resource = resource, Identity = [Grant] }).Outcome);
    }

    private static PolicyDocument Grant { get; } = Policies.Identity(Policies.AllowAll);

    private static string Words(ReferenceRequest? request) => string.Join("; ", request?.Context.Select(pair => $"{pair.Key}={string.Join(",", pair.Value)}") ?? []);
}
