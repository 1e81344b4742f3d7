using BenchmarkDotNet.Attributes;
using SecretsAudit.Iam;

namespace SecretsAudit.Benchmarks.Iam;

/// <summary>A policy of the largest size: decided in under 50 µs a request, searched in under 50 ms.</summary>
[MemoryDiagnoser]
public class PolicyBenchmarks
{
    private PolicyDocument _policy = null!;
    private PolicySet _policies = null!;
    private AccessRequest _request = null!;

    /// <summary>Which of <see cref="LargestPolicies"/>.</summary>
    [Params("ManyGrants", "ManyPatterns", "LongLists")]
    public string Policy { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _policy = Policy switch
        {
            "ManyGrants" => LargestPolicies.ManyGrants(),
            "ManyPatterns" => LargestPolicies.ManyPatterns(),
            _ => LargestPolicies.LongLists(),
        };
        _policies = new PolicySet { Resource = _policy };
        // Nothing matches until the last statement has been looked at.
        _request = new AccessRequest(
            Principal.RoleSession("arn:aws:iam::999999999999:role/app-0-x", "session"),
            "secretsmanager:GetSecretValue",
            "arn:aws:secretsmanager:eu-west-1:111122223333:secret:team-0/db-AbCdEf",
            new RequestContext
            {
                { "aws:SourceIp", "198.51.100.7" }, { "aws:PrincipalOrgID", "o-a1b2c3d4e5" }, { "aws:PrincipalTag/team", "none" }, { "aws:Referer", "https://example.org/" },
            });
    }

    [Benchmark]
    public AccessDecision Decide() => PolicyEvaluator.Decide(_request, _policies);

    [Benchmark]
    public ReachVerdict FindAnyone() => PolicyReach.Find(_policy, new TrustZone { Accounts = ["111122223333"] });

    [Benchmark]
    public ReachVerdict FindStranger() => PolicyReach.Find(_policy, TrustZone.Nobody, new ReachOptions { Outsiders = Outsiders.Strangers });

    [Benchmark]
    public PolicyReach Public() => PolicyReach.Of(_policy);
}
