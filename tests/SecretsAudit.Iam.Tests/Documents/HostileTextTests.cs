using System.Text;
using SecretsAudit.Iam.Tests.Reference;

namespace SecretsAudit.Iam.Tests.Documents;

/// <summary>Whatever the text, reading and searching end with an answer.</summary>
public class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "\u0000", "\ufeff", "\u2028", "${", "}", "${aws:username", "${*}", "*", "?", "null", "true", "-1e999", "1e400", "é🔑",
        "\"Statement\"", "\"Effect\"", "\"Allow\"", "\"Deny\"", "\"Principal\"", "\"NotPrincipal\"", "\"AWS\"", "\"Action\"", "\"Resource\"", "\"Condition\"", "\"Null\"", "\"IpAddress\"",
        "\"DateLessThan\"", "\"NumericEquals\"", "\"ForAllValues:StringLike\"", "\"aws:SourceIp\"", "\"0.0.0.0/0\"", "\"::/129\"", "\"9999-99-99\"", "\"arn:aws:iam::111122223333:root\"",
    ];

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    public void Random_text_is_refused_with_a_position(ulong seed)
    {
        var dice = new Dice(seed);
        for (var i = 0; i < 2_000; i++)
        {
            var text = new StringBuilder();
            for (var length = dice.Next(60); length >= 0; length--)
                text.Append(dice.Of(Pieces));
            foreach (var kind in Enum.GetValues<PolicyKind>())
            {
                var parse = PolicyDocument.Parse(text.ToString(), kind);
                Assert.True(parse.IsValid || parse.Errors.Any());
                Assert.All(parse.Problems, problem => Assert.True(problem.Position is { Line: >= 1, Column: >= 1 }));
            }
        }
    }

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    public void A_policy_with_a_piece_changed_is_read_searched_and_checked_to_the_end(ulong seed)
    {
        var dice = new Dice(seed);
        var read = 0;
        for (var i = 0; i < 400; i++)
        {
            var text = new StringBuilder(dice.OneIn(2) ? SearchUniverse.Policy(dice) : RandomPolicies.Policy(dice, hasPrincipal: true));
            for (var changes = dice.Next(2); changes >= 0; changes--)
            {
                var at = dice.Next(text.Length);
                if (dice.OneIn(2))
                    text.Remove(at, Math.Min(dice.Next(6), text.Length - at)).Insert(at, dice.Of(Pieces));
                else if (char.IsAsciiLetterOrDigit(text[at]))
                    text[at] = dice.Of('*', '?', 'a', '0', '/');
            }

            var result = PolicyCheck.Run(text.ToString(), PolicyKind.Resource, TrustZone.Nobody, new ReachOptions { Budget = 20_000 });
            read += result.Document is null ? 0 : 1;
        }

        Assert.InRange(read, 40, 400);
    }

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.False(PolicyDocument.Parse(string.Concat(Enumerable.Repeat("""{"Statement":[""", 1_000)), PolicyKind.Secret).IsValid);

    [Fact]
    public void Values_that_strain_arithmetic_are_searched_without_an_overflow()
    {
        var policy = Policies.Resource(Policies.Allow(
            "\"*\"",
            """
            {"NumericLessThan":{"kms:Number":["79228162514264337593543950335","-79228162514264337593543950335"]},"DateGreaterThan":{"aws:CurrentTime":["0001-01-01","9999-12-31T23:59:59Z"],
            "aws:EpochTime":["253402300799","-62135596800"]},"NumericEquals":{"aws:EpochTime":["253402300799","99999999999999999999"]},"IpAddress":{"aws:SourceIp":["255.255.255.255","::","ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128"]} }
            """));

        Assert.NotNull(PolicyReach.Find(policy, TrustZone.Nobody));
    }

    // Patterns that together have more classes than anybody could look at.
    [Fact]
    public void Patterns_that_explode_end_with_undetermined_within_the_budget()
    {
        var patterns = string.Join(",", Enumerable.Range(0, 24).Select(i => $"\"*{(char)('a' + i)}*{(char)('a' + ((i + 7) % 24))}*\""));
        var policy = Policies.Resource(
            Policies.Allow("\"*\"", $$"""{"StringLike":{"aws:Referer":[{{patterns}}]},"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"} }"""),
            Policies.Deny("\"*\"", $$"""{"StringNotLike":{"aws:Referer":[{{patterns}}]} }"""));

        Assert.NotNull(PolicyReach.Find(policy, TrustZone.Nobody, new ReachOptions { Outsiders = Outsiders.Strangers, Budget = 20_000 }));
    }
}
