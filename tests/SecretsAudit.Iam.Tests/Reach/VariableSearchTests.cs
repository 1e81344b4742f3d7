using System.Text.Json.Nodes;
using SecretsAudit.Iam.Tests.Reference;

namespace SecretsAudit.Iam.Tests.Reach;

/// <summary>Policy variables tie parts of a request together; the search may give up on them, but what it says is so.</summary>
public class VariableSearchTests
{
    private static readonly string[] Operators = ["StringEquals", "StringLike", "StringNotEquals", "StringEqualsIfExists", "StringEqualsIgnoreCase"];

    private static readonly (string Key, string[] Values)[] Keys =
    [
        ("aws:PrincipalTag/team", ["${secretsmanager:ResourceTag/team}", "${aws:username}", "a", "${aws:PrincipalTag/team}"]),
        ("secretsmanager:ResourceTag/team", ["${aws:PrincipalTag/team}", "${aws:PrincipalTag/team, 'b'}", "b"]),
        ("aws:PrincipalAccount", ["${aws:ResourceAccount}", "${aws:PrincipalAccount}", SearchUniverse.Theirs]),
        ("aws:Referer", ["${aws:username}", "x${aws:PrincipalTag/team}", "${*}"]),
    ];

    [Theory]
    [InlineData(51)]
    [InlineData(52)]
    public void A_yes_is_confirmed_and_a_no_leaves_nobody_in_whatever_the_variables_hold(ulong seed)
    {
        var dice = new Dice(seed);
        int allowed = 0, denied = 0, undetermined = 0;
        for (var i = 0; i < 80; i++)
        {
            var text = Policy(dice);
            var verdict = PolicyReach.Find(
                Policies.Parse(text), new TrustZone { Accounts = [SearchUniverse.Owner] }, new ReachOptions { Actions = ["secretsmanager:GetSecretValue"], Resource = SearchUniverse.Secret, Budget = 50_000_000 });
            var reference = new ReferencePolicy(text);
            switch (verdict)
            {
                case ReachVerdict.Allowed:
                    // The evaluator has confirmed it, and is held against the reference elsewhere.
                    allowed++;
                    break;
                case ReachVerdict.Denied:
                    denied++;
                    var missed = Requests().FirstOrDefault(request => reference.Any("Allow", request) && !reference.Any("Deny", request));
                    Assert.True(missed is null, $"{missed} {string.Join("; ", missed?.Context.Select(pair => $"{pair.Key}={string.Join(",", pair.Value)}") ?? [])} was missed: {text}");
                    break;
                default:
                    undetermined++;
                    break;
            }
        }

        Assert.True(allowed > 40 && denied > 3 && undetermined < 20, $"{allowed} allowed, {denied} denied, {undetermined} undetermined");
    }

    private static string Policy(Dice dice)
    {
        var statements = Enumerable.Range(0, 1 + dice.Next(3)).Select(index =>
        {
            var statement = new JsonObject { ["Effect"] = index == 0 || dice.OneIn(3) ? "Allow" : "Deny", ["Principal"] = "*", ["Action"] = "secretsmanager:*" };
            statement["Resource"] = dice.Of("*", "*", $"arn:aws:secretsmanager:eu-west-1:{SearchUniverse.Owner}:secret:${{aws:username}}-*", "arn:aws:secretsmanager:*:*:secret:${aws:PrincipalTag/team}-AbCdEf");
            var block = new JsonObject();
            for (var i = 1 + dice.Next(2); i > 0; i--)
            {
                var (key, values) = dice.Of(Keys);
                var name = dice.Of(Operators);
                block[name] ??= new JsonObject();
                block[name]!.AsObject()[key] = dice.Of(values);
            }

            statement["Condition"] = block;
            return (JsonNode)statement;
        }).ToArray();
        return new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(statements) }.ToJsonString();
    }

    private static IEnumerable<ReferenceRequest> Requests()
    {
        string?[] values = [null, "a", "b", "u", "xa", "*", "x", "222222222222", "111111111111"];
        foreach (var user in new[] { "a", "b", "u" })
        {
            foreach (var tag in values)
            {
                foreach (var resourceTag in values)
                {
                    foreach (var referer in values)
                    {
                        var context = new Dictionary<string, string[]>();
                        void Add(string key, string? value)
                        {
                            if (value is not null)
                                context[key] = [value];
                        }

                        Add("aws:principaltag/team", tag);
                        Add("secretsmanager:resourcetag/team", resourceTag);
                        Add("aws:referer", referer);
                        yield return new ReferenceRequest
                        {
                            Kind = "user",
                            Name = $"arn:aws:iam::{SearchUniverse.Theirs}:user/{user}",
                            Account = SearchUniverse.Theirs,
                            UniqueId = "AIDAEXAMPLEEXAMPLE",
                            Action = "secretsmanager:GetSecretValue",
                            Resource = SearchUniverse.Secret,
                            ResourceAccount = SearchUniverse.Owner,
                            Context = context,
                        }.WithPrincipalKeys();
                    }
                }
            }
        }
    }
}
