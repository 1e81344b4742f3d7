using System.Text.Json.Nodes;
using SecretsAudit.Iam.Tests.Reference;

namespace SecretsAudit.Iam.Tests.Reach;

public class MonotonyTests
{
    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Another_deny_never_widens_and_another_allow_never_narrows(ulong seed)
    {
        var dice = new Dice(seed);
        int widened = 0, narrowed = 0;
        for (var i = 0; i < 150; i++)
        {
            var policy = SearchUniverse.Policy(dice);
            var extra = JsonNode.Parse(SearchUniverse.Policy(dice))!["Statement"]!.AsArray().Last()!.DeepClone().AsObject();
            var before = IsReached(policy);

            var withDeny = IsReached(With(policy, extra, "Deny"));
            Assert.True(before || !withDeny, $"A Deny let somebody into {policy}: {extra}");
            narrowed += before && !withDeny ? 1 : 0;

            var withAllow = IsReached(With(policy, extra, "Allow"));
            Assert.True(withAllow || !before, $"An Allow kept somebody out of {policy}: {extra}");
            widened += withAllow && !before ? 1 : 0;
        }

        Assert.True(widened > 5 && narrowed > 1, $"{widened} widened, {narrowed} narrowed");
    }

    private static string With(string policy, JsonObject statement, string effect)
    {
        var extended = JsonNode.Parse(policy)!;
        var added = statement.DeepClone();
        added["Effect"] = effect;
        extended["Statement"]!.AsArray().Add(added);
        return extended.ToJsonString();
    }

    private static bool IsReached(string policy) =>
        PolicyReach.Find(Policies.Parse(policy), SearchUniverse.Zone, new ReachOptions { Resource = SearchUniverse.Secret, Budget = 10_000_000 }) switch
        {
            ReachVerdict.Allowed => true,
            ReachVerdict.Denied => false,
            var other => throw new InvalidOperationException(other.ToString()),
        };
}
