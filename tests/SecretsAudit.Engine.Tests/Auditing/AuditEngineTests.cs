using SecretsAudit.Engine.Auditing;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Auditing;

public sealed class AuditEngineTests(SharedPack shared) : IClassFixture<SharedPack>
{
    [Fact]
    public async Task A_healthy_secret_passes_every_rule()
    {
        var result = await RunAsync(Secret());

        Assert.Empty(result.Findings);
        Assert.Empty(result.NotEvaluated);
        Assert.True(result.IsComplete);
        Assert.All(result.Tallies.Where(tally => tally.RuleId is not ("SAUD1080" or "SAUD3001" or "SAUD3002" or "SAUD3003" or "SAUD3004")), tally => Assert.Equal(1, tally.Passed));
    }

    [Fact]
    public async Task A_violation_becomes_a_finding_with_evidence_from_the_read()
    {
        var result = await RunAsync(Secret() with { Rotation = Secret().Rotation with { Next = Known(Now.AddDays(-2)) } });

        var finding = Assert.Single(result.Findings);
        Assert.Equal(("SAUD1003", "rotation-overdue", Severity.High), (finding.RuleId, finding.RuleName, finding.Severity));
        Assert.Equal("Rotation was due on 2026-01-13 12:00:00Z and has not happened.", finding.Message);
        Assert.Equal(new FindingSubject.Resource(Secret().Arn, "prod/orders/db", "AWS::SecretsManager::Secret", Ireland, "team-orders"), finding.Subject);
        Assert.Contains(new Evidence("NextRotationDate", "2026-01-13 12:00:00Z", "secretsmanager:ListSecrets", Now.AddMinutes(-1)), finding.Evidence);
        Assert.Equal(FindingFingerprint.Compute("SAUD1003", Secret().Arn), finding.Fingerprint);
        Assert.Equal(0.4024m, finding.MonthlyCost);
    }

    [Fact]
    public async Task What_could_not_be_read_is_not_evaluated_and_the_audit_is_incomplete()
    {
        var result = await RunAsync(Secret() with { ResourcePolicy = Denied<string>("secretsmanager:GetResourcePolicy") });

        var unevaluated = Assert.Single(result.NotEvaluated);
        Assert.Equal(("SAUD1040", "AccessDeniedException on secretsmanager:GetResourcePolicy"), (unevaluated.RuleId, unevaluated.Reason));
        Assert.False(result.IsComplete);
        Assert.Equal(new RuleTally("SAUD1040", 0, 0, 0, 1), result.Tallies.Single(tally => tally.RuleId == "SAUD1040"));
    }

    private Task<AuditResult> RunAsync(params Secret[] secrets) =>
        AuditEngine.RunAsync(Source(secrets), shared.Pack, new() { AsOf = Now }, CancellationToken.None);
}
