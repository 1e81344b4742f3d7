using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Waivers;
using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Waivers;

public sealed class WaiverTests(SharedPack shared) : IClassFixture<SharedPack>
{
    private const string Good = """
        waivers:
          - rule: aws-managed-key
            subject: arn:aws:secretsmanager:*:111122223333:secret:legacy/*
            owner: team-legacy
            approver: head of security
            reason: Retired in March, LEG-7.
            expires: 2026-03-31
        """;

    [Fact]
    public async Task A_waived_finding_stays_in_the_result_with_its_waiver()
    {
        var finding = Assert.Single((await RunAsync(Good, Legacy())).Findings);

        Assert.Equal(FindingState.Waived, finding.State);
        Assert.Equal("team-legacy", finding.Waiver!.Owner);
    }

    [Theory]
    [InlineData("rule: aws-managed-key", "rule: SAUD1020")]
    [InlineData("rule: aws-managed-key", "rule: saud1020")]
    [InlineData("subject: arn:aws:secretsmanager:*:111122223333:secret:legacy/*", "subject: '*:secret:legacy/mail-??????'")]
    public async Task A_waiver_names_a_rule_by_id_or_name_and_subjects_by_pattern(string right, string other) =>
        Assert.Equal(FindingState.Waived, Assert.Single((await RunAsync(Good.Replace(right, other, StringComparison.Ordinal), Legacy())).Findings).State);

    [Fact]
    public async Task A_waiver_covers_no_other_subject()
    {
        var result = await RunAsync(Good, Legacy(), Secret("prod/mail") with { KmsKeyId = Absent<string>() });

        Assert.Equal([FindingState.Waived, FindingState.New], result.Findings.Select(finding => finding.State));
    }

    [Theory]
    [InlineData("team-*", FindingState.Waived)]
    [InlineData("team-billing", FindingState.New)]
    public async Task A_waiver_can_be_for_a_tag(string pattern, FindingState state) => Assert.Equal(
        state, (await RunAsync(Good + $"\n    tags: {{ owner: {pattern} }}", Legacy())).Findings.Single(finding => finding.RuleId == "SAUD1020").State);

    [Fact]
    public async Task Tags_that_were_not_read_waive_nothing() => Assert.Equal(
        FindingState.New,
        (await RunAsync(Good + "\n    tags: { owner: team-* }", Legacy() with { Tags = Denied<IReadOnlyDictionary<string, string>>() })).Findings.Single(finding => finding.RuleId == "SAUD1020").State);

    [Theory]
    [InlineData("2026-01-15T12:00:01Z", FindingState.Waived)]
    [InlineData("2026-01-15T12:00:00Z", FindingState.Reopened)]
    [InlineData("2026-01-15", FindingState.Reopened)]
    public async Task A_waiver_ends_at_its_moment(string expires, FindingState state)
    {
        var result = await RunAsync(Good.Replace("2026-03-31", expires, StringComparison.Ordinal), Legacy());

        Assert.Equal(state, result.Findings.Single(finding => finding.RuleId == "SAUD1020").State);
        Assert.Equal(state == FindingState.Reopened, result.Findings.Any(finding => finding.RuleName == "waiver-expired"));
    }

    [Fact]
    public async Task An_expired_waiver_is_a_finding_at_its_place_in_the_file()
    {
        var result = await RunAsync(Good.Replace("2026-03-31", "2026-01-01", StringComparison.Ordinal), Legacy());

        var finding = result.Findings.Single(finding => finding.RuleId == "SAUD3002");
        Assert.Equal(new FindingSubject.Code("audit/secretsaudit.waivers.yaml", 2, 5, 2, 5), finding.Subject);
        Assert.Equal("The waiver of aws-managed-key for arn:aws:secretsmanager:*:111122223333:secret:legacy/* expired on 2026-01-01.", finding.Message);
    }

    [Fact]
    public async Task A_waiver_that_covers_nothing_is_a_finding() =>
        Assert.Equal("SAUD3003", Assert.Single((await RunAsync(Good, Secret())).Findings).RuleId);

    [Fact]
    public async Task A_waiver_of_a_rule_that_does_not_exist_is_a_finding_too()
    {
        var waivers = WaiverFile.Read("w.yaml", Good.Replace("aws-managed-key", "aws-manged-key", StringComparison.Ordinal));
        var code = new CodeAudit { Rules = [], Findings = [], Summary = new("src", 1, 10, 100, TimeSpan.FromSeconds(1)) };

        var result = await AuditEngine.RunAsync(Source(Secret()), shared.Pack, new() { AsOf = Now, Waivers = waivers, Code = code }, CancellationToken.None);

        Assert.Equal("SAUD3003", Assert.Single(result.Findings).RuleId);
    }

    [Theory]
    [InlineData("SAUD2001")]
    [InlineData("hard-coded-credential")]
    public async Task A_waiver_for_code_is_not_called_idle_when_no_code_was_scanned(string rule)
    {
        var waivers = WaiverFile.Read("w.yaml", Good.Replace("aws-managed-key", rule, StringComparison.Ordinal));

        // Without a code scan a name that no inventory rule has may well be a code rule's.
        var result = await AuditEngine.RunAsync(Source(Secret()), shared.Pack, new() { AsOf = Now, Waivers = waivers }, CancellationToken.None);

        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("2026-01-29T12:00:00Z", true)]
    [InlineData("2026-01-29T12:00:01Z", false)]
    public async Task A_waiver_is_announced_two_weeks_before_it_ends(string expires, bool announced)
    {
        var result = await RunAsync(Good.Replace("2026-03-31", expires, StringComparison.Ordinal), Legacy());

        Assert.Equal(announced, result.Findings.Any(finding => finding.RuleId == "SAUD3004"));
    }

    [Fact]
    public async Task A_waivers_finding_is_the_same_wherever_the_file_lies()
    {
        var expired = Good.Replace("2026-03-31", "2026-01-01", StringComparison.Ordinal);

        var here = await RunAsync(expired, Secret());
        var there = await AuditEngine.RunAsync(Source(Secret()), shared.Pack, new() { AsOf = Now, Waivers = WaiverFile.Read("/other/secretsaudit.waivers.yaml", "\n\n" + expired) }, CancellationToken.None);

        Assert.Equal(here.Findings.Select(finding => finding.Fingerprint), there.Findings.Select(finding => finding.Fingerprint));
    }

    [Theory]
    [InlineData("    owner: team-legacy\n", "", "(2,5): error: 'owner' is missing.")]
    [InlineData("approver: head of security", "approver: ''", "(5,15): error: 'approver' is empty.")]
    [InlineData("expires: 2026-03-31", "expires: never", "(7,14): error: 'never' is no date. Write 2026-12-31: it ends as that day begins (UTC).")]
    [InlineData("    expires: 2026-03-31", "", "(2,5): error: 'expires' is missing.")]
    [InlineData("reason:", "resaon:", "(6,5): error: Unknown key 'resaon'. Did you mean 'reason'?")]
    [InlineData("waivers:", "waiver:", "(1,1): error: Unknown key 'waiver'. Did you mean 'waivers'?")]
    public void A_wrong_waiver_is_an_error_with_its_place(string right, string wrong, string error)
    {
        var errors = Assert.Throws<DocumentException>(() => WaiverFile.Read("w.yaml", Good.Replace(right, wrong, StringComparison.Ordinal))).Errors.Select(found => found.ToString()).ToList();

        Assert.True(errors.Contains("w.yaml" + error), string.Join('\n', errors));
    }

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("a*c", "abbbc", true)]
    [InlineData("a*c", "abbbd", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("a", "ab", false)]
    [InlineData("*a*b*c*", "xxaxxbxxcxx", true)]
    [InlineData("*a*b*c*", "xxaxxcxxbxx", false)]
    [InlineData("[a]", "a", false)]
    public void A_pattern_knows_stars_and_question_marks(string pattern, string text, bool matches) => Assert.Equal(matches, SubjectPattern.Matches(pattern, text));

    [Fact]
    public void A_pattern_of_many_stars_ends() =>
        Assert.False(SubjectPattern.Matches(string.Concat(Enumerable.Repeat("*a", 500)) + "b", new string('a', 5000)));

    private static Secret Legacy() => Secret("legacy/mail") with { KmsKeyId = Absent<string>() };

    private Task<AuditResult> RunAsync(string waivers, params Secret[] secrets) => AuditEngine.RunAsync(
        Source(secrets), shared.Pack, new() { AsOf = Now, Waivers = WaiverFile.Read("audit/secretsaudit.waivers.yaml", waivers) }, CancellationToken.None);
}
