using System.Globalization;
using SecretsAudit.Iam.Tests.Reference;

namespace SecretsAudit.Iam.Tests.Evaluation;

/// <summary>The evaluator against a reference that was written from the AWS pages by itself, plainly and slowly.</summary>
public class DifferentialTests
{
    private const int Seeds = 5;

    // 50,000 requests in the suite; SECRETSAUDIT_DIFFERENTIAL_REQUESTS=1000000 asks for more.
    private static readonly int Requests =
        int.TryParse(Environment.GetEnvironmentVariable("SECRETSAUDIT_DIFFERENTIAL_REQUESTS"), CultureInfo.InvariantCulture, out var wanted) ? wanted : 50_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_evaluator_decides_every_random_request_as_the_reference_does(ulong seed)
    {
        var requests = Requests / Seeds;
        var dice = new Dice(seed);
        var outcomes = new Dictionary<AccessOutcome, int>();
        for (var left = requests; left > 0;)
        {
            var (reference, policies) = Draw(dice);
            for (var i = 0; i < 5 && left > 0; i++, left--)
            {
                var (asReference, request) = RandomRequests.Next(dice);
                var expected = ReferenceDecision.Of(asReference, reference.Policies);
                var actual = PolicyEvaluator.Decide(request, policies).Outcome;
                outcomes[expected] = outcomes.GetValueOrDefault(expected) + 1;
                Assert.True(expected == actual, $"{expected} by the reference, {actual} by the evaluator: {asReference} {string.Join("; ", asReference.Context.Select(pair => $"{pair.Key}={string.Join(",", pair.Value)}"))}\n{string.Join("\n", reference.Texts)}");
            }
        }

        // The draw is worth something only if every outcome is frequent.
        Assert.All(Enum.GetValues<AccessOutcome>(), outcome => Assert.True(outcomes.GetValueOrDefault(outcome) > requests / 20, $"{outcome}: {outcomes.GetValueOrDefault(outcome)}"));
    }

    private static ((ReferencePolicies Policies, List<string> Texts) Reference, PolicySet Policies) Draw(Dice dice)
    {
        var texts = new List<string>();
        (ReferencePolicy Reference, PolicyDocument Policy) One(PolicyKind kind)
        {
            var hasPrincipal = kind is PolicyKind.Secret or PolicyKind.Key or PolicyKind.VpcEndpoint;
            var text = RandomPolicies.Policy(dice, hasPrincipal);
            texts.Add($"{kind} {text}");
            return (new ReferencePolicy(text), Policies.Parse(text, kind));
        }

        (ReferencePolicy Reference, PolicyDocument Policy)? Maybe(PolicyKind kind, int oneIn) => dice.OneIn(oneIn) ? One(kind) : null;

        var isKey = dice.OneIn(3);
        var resource = dice.OneIn(5) && !isKey ? ((ReferencePolicy Reference, PolicyDocument Policy)?)null : One(isKey ? PolicyKind.Key : PolicyKind.Secret);
        var identity = Enumerable.Range(0, dice.Next(3)).Select(_ => One(PolicyKind.Identity)).ToList();
        var boundary = Maybe(PolicyKind.Boundary, 5);
        var session = dice.OneIn(5) ? Enumerable.Range(0, dice.Next(3)).Select(_ => One(PolicyKind.Session)).ToList() : null;
        var service = dice.OneIn(5) ? Enumerable.Range(0, 1 + dice.Next(2)).Select(_ => One(PolicyKind.ServiceControl)).ToList() : [];
        // Written like an endpoint's policy: a resource control policy's own limits would leave little to disagree about.
        var control = dice.OneIn(6) ? Enumerable.Range(0, 1 + dice.Next(2)).Select(_ => One(PolicyKind.VpcEndpoint)).ToList() : [];
        var endpoint = Maybe(PolicyKind.VpcEndpoint, 8);
        var reference = new ReferencePolicies
        {
            Identity = [.. identity.Select(one => one.Reference)],
            Resource = resource?.Reference,
            IsKey = isKey,
            Boundary = boundary?.Reference,
            Session = session?.Select(one => one.Reference).ToArray(),
            ServiceControl = [.. service.Select(one => (ReferencePolicy[])[one.Reference])],
            ResourceControl = [.. control.Select(one => (ReferencePolicy[])[one.Reference])],
            Endpoint = endpoint?.Reference,
        };
        var policies = new PolicySet
        {
            Identity = [.. identity.Select(one => one.Policy)],
            Resource = resource?.Policy,
            ResourceRule = isKey ? ResourcePolicyRule.MustAllow : ResourcePolicyRule.MayAllow,
            Boundary = boundary?.Policy,
            Session = session?.Select(one => one.Policy).ToList(),
            ServiceControl = [.. service.Select(one => (IReadOnlyList<PolicyDocument>)[one.Policy])],
            ResourceControl = [.. control.Select(one => (IReadOnlyList<PolicyDocument>)[one.Policy])],
            VpcEndpoint = endpoint?.Policy,
        };
        return ((reference, texts), policies);
    }
}
