using System.IO.Compression;
using System.Text;
using System.Text.Json;
using SecretsAudit.Model;
using SecretsAudit.Reports.Sarif;
using SecretsAudit.Reports.Tests.Samples;
using SecretsAudit.Reports.Tests.Tools;

namespace SecretsAudit.Reports.Tests;

public sealed class SarifReportTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_report_is_valid_by_the_OASIS_schema_and_by_GitHubs_rules(bool complete)
    {
        var sarif = await ReportText.Of("sarif", complete ? SampleAudit.Complete() : SampleAudit.Incomplete);

        Assert.Equal("[]", await SarifValidation.SchemaErrorsAsync(sarif));
        Assert.Empty(await SarifValidation.MultitoolProblemsAsync(sarif));
    }

    [Fact]
    public async Task An_audit_full_of_hostile_text_is_still_valid()
    {
        var sarif = await ReportText.Of("sarif", HostileAudit.Result);

        Assert.Equal("[]", await SarifValidation.SchemaErrorsAsync(sarif));
        Assert.Empty(await SarifValidation.MultitoolProblemsAsync(sarif));
        Assert.DoesNotContain("\u202E", sarif, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_of_a_template_is_at_its_file_and_line()
    {
        var complete = SampleAudit.Complete();
        var stated = complete.Findings.First(finding => finding.Subject is FindingSubject.Resource);
        var planned = stated with { Subject = (FindingSubject.Resource)stated.Subject with { Place = new("./deploy/my app.yaml", 17, 3) } };

        using var sarif = JsonDocument.Parse(await ReportText.Of("sarif", complete with { Findings = [planned] }));

        var places = sarif.RootElement.GetProperty("runs").EnumerateArray().SelectMany(run => run.GetProperty("results").EnumerateArray())
            .Select(result => result.GetProperty("locations")[0].GetProperty("physicalLocation"));
        var place = Assert.Single(places);
        Assert.Equal("deploy/my%20app.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(17, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public async Task Where_a_literal_is_used_is_a_related_location()
    {
        var complete = SampleAudit.Complete();
        var literal = complete.Findings.First(finding => finding.Subject is FindingSubject.Code) with { UsedAt = [new("Shop.Api/Start up.cs", 31, 9, 31, 15)] };

        var text = await ReportText.Of("sarif", complete with { Findings = [literal] });

        Assert.Equal("[]", await SarifValidation.SchemaErrorsAsync(text));
        using var sarif = JsonDocument.Parse(text);
        var result = sarif.RootElement.GetProperty("runs").EnumerateArray().SelectMany(run => run.GetProperty("results").EnumerateArray()).Single();
        var use = Assert.Single(result.GetProperty("relatedLocations").EnumerateArray());
        Assert.EndsWith("Shop.Api/Start%20up.cs", use.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal(31, use.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public async Task The_validators_reject_what_GitHub_would_reject()
    {
        var sarif = await ReportText.Of("sarif", SampleAudit.Complete());

        Assert.Contains("enum", await SarifValidation.SchemaErrorsAsync(sarif.Replace("\"level\": \"error\"", "\"level\": \"fatal\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.NotEmpty(await SarifValidation.MultitoolProblemsAsync(sarif.Replace("\"startLine\": 1,", "\"startLine\": 0,", StringComparison.Ordinal).Replace("\"primaryLocationLineHash\"", "\"other\"", StringComparison.Ordinal).Replace("\"uri\": \"aws/", "\"uri\": \"arn:aws/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_covered_scope_and_the_code_is_a_run_of_its_own_category_even_without_findings()
    {
        using var sarif = JsonDocument.Parse(await ReportText.Of("sarif", SampleAudit.Complete() with { Findings = [] }));

        var categories = Runs(sarif).Select(Category).ToList();
        Assert.Equal(10, categories.Count);
        Assert.Equal(categories.Count, categories.Distinct().Count());
        Assert.Contains("secretsaudit/111122223333/eu-west-1/", categories);
        Assert.Contains("secretsaudit/code/", categories);
    }

    [Fact]
    public async Task More_scopes_than_GitHub_takes_runs_are_gathered_by_account_and_the_report_says_so()
    {
        var scopes = Enumerable.Range(0, 30).Select(i => new ScopeCoverage(new Scope(i % 2 == 0 ? "111122223333" : "444455556666", $"region-{i}"), 1, 0, 0)).ToList();
        using var sarif = JsonDocument.Parse(await ReportText.Of("sarif", SampleAudit.Complete() with { Findings = [], Scopes = scopes, Code = null }));

        Assert.Equal(["secretsaudit/111122223333/", "secretsaudit/444455556666/"], Runs(sarif).Select(Category));
        Assert.All(Runs(sarif), run => Assert.Contains(Notifications(run), text => text.Contains("covers 15 accounts and regions together", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_gap_makes_its_own_run_unsuccessful_and_is_told_there()
    {
        using var sarif = JsonDocument.Parse(await ReportText.Of("sarif", SampleAudit.Incomplete));

        var run = Runs(sarif).Single(run => Category(run) == "secretsaudit/777788889999/eu-west-1/");
        Assert.False(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
        Assert.Contains(Notifications(run), text => text.StartsWith("secretsmanager:GetResourcePolicy on arn:aws:", StringComparison.Ordinal));
        Assert.Contains(Notifications(run), text => text == "SAUD1010 could not judge 1 resource: the resource policy could not be read: access denied.");
        Assert.True(Runs(sarif).Single(other => Category(other) == "secretsaudit/111122223333/eu-west-1/").GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    [Fact]
    public async Task Frameworks_are_taxonomies_that_rules_refer_to_and_the_first_run_tells_how_their_controls_came_out()
    {
        var audit = SampleAudit.Complete();
        using var sarif = JsonDocument.Parse(await ReportText.Of("sarif", audit));

        var first = Runs(sarif).First();
        var taxonomies = first.GetProperty("taxonomies").EnumerateArray().ToList();
        Assert.Equal(audit.Frameworks!.Select(framework => framework.Id), taxonomies.Select(taxonomy => taxonomy.GetProperty("name").GetString()));
        Assert.Equal(
            audit.Frameworks!.SelectMany(framework => framework.Controls).Select(control => (control.Id, char.ToLowerInvariant($"{control.Status}"[0]) + $"{control.Status}"[1..], control.Failed)),
            taxonomies.SelectMany(taxonomy => taxonomy.GetProperty("taxa").EnumerateArray())
                .Select(taxon => (taxon.GetProperty("id").GetString()!, taxon.GetProperty("properties").GetProperty("status").GetString()!, taxon.GetProperty("properties").GetProperty("failed").GetInt32())));
        Assert.Equal(1, taxonomies[0].GetProperty("properties").GetProperty("notEvaluated").GetInt32());
        Assert.Equal(0.4012m, first.GetProperty("properties").GetProperty("cost").GetProperty("distribution").GetProperty("median").GetDecimal());

        foreach (var run in Runs(sarif).Where(run => run.TryGetProperty("taxonomies", out _)))
        {
            var targets = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Where(rule => rule.TryGetProperty("relationships", out _))
                .SelectMany(rule => rule.GetProperty("relationships").EnumerateArray()).Select(relationship => relationship.GetProperty("target")).ToList();
            Assert.NotEmpty(targets);
            Assert.All(targets, target => Assert.Equal(
                target.GetProperty("id").GetString(),
                run.GetProperty("taxonomies")[target.GetProperty("toolComponent").GetProperty("index").GetInt32()].GetProperty("taxa")[target.GetProperty("index").GetInt32()].GetProperty("id").GetString()));
        }
    }

    [Fact]
    public async Task A_fixed_finding_is_left_out_unless_asked_for_and_then_it_is_absent()
    {
        var fixedOne = SampleAudit.Complete().Findings.First(finding => finding.State == FindingState.Fixed);
        var result = SampleAudit.Complete() with { Findings = [fixedOne] };

        using var usual = JsonDocument.Parse(await ReportText.Of("sarif", result));
        using var whole = JsonDocument.Parse(await ReportText.Of(new SarifReportWriter { IncludeFixed = true }, result));

        Assert.Empty(Results(usual));
        Assert.Equal("absent", Assert.Single(Results(whole)).GetProperty("baselineState").GetString());
    }

    [Fact]
    public async Task A_waived_finding_is_suppressed_with_who_and_why_and_until_when()
    {
        using var sarif = JsonDocument.Parse(await ReportText.Of("sarif", SampleAudit.Complete()));

        var suppressed = Results(sarif).Where(result => result.GetProperty("properties").GetProperty("state").GetString() == "waived").ToList();
        Assert.Equal(SampleAudit.Complete().Findings.Count(finding => finding.State == FindingState.Waived), suppressed.Count);
        Assert.All(suppressed, result =>
        {
            var suppression = result.GetProperty("suppressions")[0];
            Assert.Equal("external", suppression.GetProperty("kind").GetString());
            Assert.Equal("accepted", suppression.GetProperty("status").GetString());
            Assert.Contains("Approved by security office. Expires 2026-", suppression.GetProperty("justification").GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Without_history_no_baseline_state_is_claimed()
    {
        var result = SampleAudit.Complete();
        using var sarif = JsonDocument.Parse(await ReportText.Of("sarif", result with { Findings = [.. result.Findings.Where(finding => finding.State == FindingState.New).Select(finding => finding with { FirstSeen = null })] }));

        Assert.NotEmpty(Results(sarif));
        Assert.All(Results(sarif), entry => Assert.False(entry.TryGetProperty("baselineState", out _)));
    }

    [Fact]
    public async Task A_file_beyond_10_MB_gzipped_is_cut_to_its_worst_findings_and_says_so()
    {
        // Random digits do not compress below four bits each, so this estate's file would be too large.
        var random = new Random(7);
        var one = SampleAudit.Complete().Findings.First(finding => finding.RuleId == "SAUD1003");
        var findings = Enumerable.Range(0, 24_000).Select(i => one with
        {
            Fingerprint = Convert.ToHexStringLower(Bytes(random, 32)), Severity = i < 100 ? Severity.Critical : Severity.Low, State = FindingState.Open, Waiver = null,
            Message = Convert.ToHexStringLower(Bytes(random, 480)),
        }).ToList();
        using var output = new MemoryStream();
        await new SarifReportWriter().WriteAsync(SampleAudit.Complete() with { Findings = findings }, output, CancellationToken.None);

        using var gzipped = new MemoryStream();
        using (var gzip = new GZipStream(gzipped, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(output.ToArray());
        using var sarif = JsonDocument.Parse(output.ToArray());
        Assert.InRange(gzipped.Length, 5_000_000, 10_000_000);
        Assert.Equal(100, Results(sarif).Count(result => result.GetProperty("level").GetString() == "error"));
        Assert.Contains(Runs(sarif).SelectMany(Notifications), text => text.Contains("worst of 24,000 findings are here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_result_carries_a_snippet()
    {
        var sarif = await ReportText.Of("sarif", SampleAudit.Complete());

        Assert.DoesNotContain("snippet", sarif, StringComparison.Ordinal);
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static IEnumerable<JsonElement> Runs(JsonDocument sarif) => sarif.RootElement.GetProperty("runs").EnumerateArray();

    private static IEnumerable<JsonElement> Results(JsonDocument sarif) => Runs(sarif).SelectMany(run => run.GetProperty("results").EnumerateArray());

    private static string? Category(JsonElement run) => run.GetProperty("automationDetails").GetProperty("id").GetString();

    private static IEnumerable<string> Notifications(JsonElement run) =>
        run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray().Select(entry => entry.GetProperty("message").GetProperty("text").GetString()!);
}
