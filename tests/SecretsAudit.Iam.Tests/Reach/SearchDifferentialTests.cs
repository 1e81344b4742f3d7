using System.Globalization;
using SecretsAudit.Iam.Tests.Reference;

namespace SecretsAudit.Iam.Tests.Reach;

/// <summary>The search against trying every request of a small universe: what exists is found, and what is found exists.</summary>
public class SearchDifferentialTests
{
    private static readonly int PoliciesPerSeed =
        int.TryParse(Environment.GetEnvironmentVariable("SECRETSAUDIT_DIFFERENTIAL_POLICIES"), CultureInfo.InvariantCulture, out var wanted) ? wanted / 4 : 60;

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void The_search_finds_a_request_exactly_when_one_exists(ulong seed)
    {
        var dice = new Dice(seed);
        int found = 0, refused = 0;
        for (var i = 0; i < PoliciesPerSeed; i++)
        {
            var text = SearchUniverse.Policy(dice);
            var verdict = Find(text);
            var reference = new ReferencePolicy(text);
            switch (verdict)
            {
                case ReachVerdict.Allowed allowed:
                    Assert.True(IsOutside(allowed.Witness.Request), $"{allowed.Witness.Words} is not outside: {text}");
                    Assert.True(IsAllowed(reference, Told(allowed.Witness.Request)), $"{allowed.Witness.Words} is refused by the reference: {text}");
                    found++;
                    break;
                case ReachVerdict.Denied:
                    var missed = SearchUniverse.Requests(text).FirstOrDefault(request => IsAllowed(reference, request));
                    Assert.True(missed is null, $"{missed} {string.Join("; ", missed?.Context.Select(pair => $"{pair.Key}={string.Join(",", pair.Value)}") ?? [])} was missed: {text}");
                    refused++;
                    break;
                case ReachVerdict.Undetermined undetermined:
                    Assert.Fail($"{undetermined.Reason} {text}");
                    break;
            }
        }

        Assert.InRange(found, PoliciesPerSeed / 4, PoliciesPerSeed);
        Assert.InRange(refused, PoliciesPerSeed / 10, PoliciesPerSeed);
    }

    private static ReachVerdict Find(string text) => PolicyReach.Find(
        Policies.Parse(text), SearchUniverse.Zone, new ReachOptions { Actions = ["secretsmanager:GetSecretValue"], Resource = SearchUniverse.Secret, Budget = 10_000_000 });

    private static bool IsAllowed(ReferencePolicy policy, ReferenceRequest request) => policy.Any("Allow", request) && !policy.Any("Deny", request);

    private static bool IsOutside(AccessRequest request)
    {
        string? Value(string key) => request.Context.FirstOrDefault(pair => pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value?[0];
        return request.Principal.Account != SearchUniverse.Owner && Value("aws:PrincipalOrgID") != "o-ours0000000" && Value("aws:SourceVpc") != "vpc-00000000"
            && Value("aws:SourceIp")?.StartsWith("203.0.113.", StringComparison.Ordinal) != true;
    }

    // The witness in the reference's terms, from what it says of itself.
    private static ReferenceRequest Told(AccessRequest request) => new ReferenceRequest
    {
        Kind = request.Principal.Kind switch
        {
            PrincipalKind.RoleSession => "role",
            PrincipalKind.FederatedUser => "federated-user",
            var other => other.ToString().ToLowerInvariant(),
        },
        Name = request.Principal.Arn,
        Account = request.Principal.Account,
        Behind = request.Principal.IssuerArn,
        UniqueId = request.Principal.UniqueId,
        Action = request.Action,
        Resource = request.Resource,
        ResourceAccount = SearchUniverse.Owner,
        Context = request.Context.ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => pair.Value.ToArray(), StringComparer.Ordinal),
    }.WithPrincipalKeys();
}
