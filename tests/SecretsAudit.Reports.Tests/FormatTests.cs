using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SecretsAudit.Model;
using SecretsAudit.Reports.Tests.Samples;

namespace SecretsAudit.Reports.Tests;

/// <summary>What each format's readers demand.</summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData("html")]
    [InlineData("SARIF")]
    [InlineData("jsonl")]
    public void A_writer_is_found_by_its_format_in_any_case(string format) =>
        Assert.Equal(format, ReportWriters.Find(format)?.Format, ignoreCase: true);

    [Fact]
    public void There_is_no_writer_for_what_is_no_format() => Assert.Null(ReportWriters.Find("pdf"));

    [Fact]
    public void Every_format_has_a_name_and_a_file_of_its_own()
    {
        var writers = ReportWriters.All();

        Assert.Equal(["html", "sarif", "json", "markdown", "csv", "jsonl", "junit", "gitlab", "ocsf", "asff"], writers.Select(writer => writer.Format));
        Assert.Equal(writers.Count, writers.Select(writer => writer.FileName).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(AllFormats))]
    public async Task The_stream_stays_open_for_whoever_opened_it(string format)
    {
        using var output = new MemoryStream();
        await ReportWriters.Find(format)!.WriteAsync(SampleAudit.Incomplete, output, CancellationToken.None);

        Assert.True(output.CanWrite);
        Assert.NotEqual(0, output.Length);
    }

    [Theory]
    [MemberData(nameof(AllFormats))]
    public async Task An_audit_of_nothing_is_written_too(string format)
    {
        var nothing = new AuditResult { RunId = "r", ToolVersion = "0.1.0", AsOf = SampleAudit.AsOf, StartedAt = SampleAudit.AsOf, Duration = TimeSpan.Zero, Source = "an empty folder" };

        var report = await ReportText.Of(format, nothing);

        Assert.DoesNotContain("NaN", report, StringComparison.Ordinal);
    }

    public static TheoryData<string> AllFormats() => [.. ReportWriters.All().Select(writer => writer.Format)];

    [Fact]
    public async Task Json_says_its_version_and_completeness_first_and_holds_every_finding()
    {
        using var document = JsonDocument.Parse(await ReportText.Of("json", SampleAudit.Incomplete));

        Assert.Equal(["schemaVersion", "complete", "result"], document.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.False(document.RootElement.GetProperty("complete").GetBoolean());
        var result = document.RootElement.GetProperty("result");
        Assert.Equal(60, result.GetProperty("findings").GetArrayLength());
        Assert.Equal("2026-01-15T12:00:00Z", result.GetProperty("asOf").GetString());
        Assert.Equal("critical", result.GetProperty("findings")[0].GetProperty("severity").GetString());
        Assert.Equal("resource", result.GetProperty("findings")[0].GetProperty("subject").GetProperty("type").GetString());
    }

    [Fact]
    public async Task JUnit_counts_agree_with_its_cases_and_a_gap_is_an_error()
    {
        var root = XDocument.Parse(await ReportText.Of("junit", SampleAudit.Incomplete)).Root!;

        Assert.All(root.Elements("testsuite").Append(root), suite =>
        {
            Assert.Equal(suite.Descendants("testcase").Count(), (int)suite.Attribute("tests")!);
            Assert.Equal(suite.Descendants("failure").Count(), (int)suite.Attribute("failures")!);
            Assert.Equal(suite.Descendants("error").Count(), (int)suite.Attribute("errors")!);
            Assert.Equal(suite.Descendants("skipped").Count(), (int)suite.Attribute("skipped")!);
        });
        Assert.Equal(3 + 14, (int)root.Attribute("errors")!);
        Assert.Equal(10, (int)root.Attribute("skipped")!);
    }

    [Fact]
    public async Task GitLab_gets_the_members_it_requires_in_its_own_words()
    {
        using var document = JsonDocument.Parse(await ReportText.Of("gitlab", SampleAudit.Incomplete));
        var issues = document.RootElement.EnumerateArray().ToList();

        Assert.All(issues, issue =>
        {
            Assert.NotEmpty(issue.GetProperty("description").GetString()!);
            Assert.NotEmpty(issue.GetProperty("check_name").GetString()!);
            Assert.Contains(issue.GetProperty("severity").GetString(), new[] { "info", "minor", "major", "critical", "blocker" });
            Assert.True(issue.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32() >= 1);
            Assert.DoesNotMatch("^\\.?/", issue.GetProperty("location").GetProperty("path").GetString());
        });
        Assert.Equal(issues.Count, issues.Select(issue => issue.GetProperty("fingerprint").GetString()).Distinct().Count());
        Assert.Contains(issues, issue => issue.GetProperty("location").GetProperty("path").GetString() == "src/Shop.Api/Settings/Connection0.cs");
    }

    [Fact]
    public async Task Ocsf_events_have_the_attributes_that_the_class_requires()
    {
        var events = (await ReportText.Of("ocsf", SampleAudit.Incomplete)).TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(60 + 14 + 3, events.Count);
        Assert.All(events, entry =>
        {
            Assert.Equal(2003, entry.GetProperty("class_uid").GetInt32());
            Assert.Equal(200300 + entry.GetProperty("activity_id").GetInt32(), entry.GetProperty("type_uid").GetInt32());
            Assert.InRange(entry.GetProperty("severity_id").GetInt32(), 1, 5);
            Assert.InRange(entry.GetProperty("compliance").GetProperty("status_id").GetInt32(), 1, 3);
            Assert.Equal(1768478400000, entry.GetProperty("time").GetInt64());
            Assert.NotEmpty(entry.GetProperty("finding_info").GetProperty("uid").GetString()!);
        });
        Assert.Equal(17, events.Count(entry => entry.GetProperty("compliance").GetProperty("status_id").GetInt32() == 2));
    }

    [Fact]
    public async Task Asff_keeps_to_the_limits_of_BatchImportFindings()
    {
        var many = SampleAudit.WithFindings(450);
        var report = await ReportText.Of("asff", many with { Findings = [.. many.Findings.Select(finding => finding with { Title = new string('t', 900), Message = new string('m', 9000), Remediation = new string('r', 9000) })] });

        foreach (var line in report.TrimEnd().Split('\n'))
        {
            using var batch = JsonDocument.Parse(line);
            var findings = batch.RootElement.GetProperty("Findings").EnumerateArray().ToList();
            Assert.InRange(findings.Count, 1, 100);
            Assert.Single(findings.Select(finding => finding.GetProperty("ProductArn").GetString()).Distinct());
            Assert.All(findings, finding =>
            {
                Assert.InRange(finding.GetRawText().Length, 1, 240_000);
                Assert.InRange(finding.GetProperty("Title").GetString()!.Length, 1, 256);
                Assert.InRange(finding.GetProperty("Description").GetString()!.Length, 1, 1024);
                Assert.InRange(finding.GetProperty("Remediation").GetProperty("Recommendation").GetProperty("Text").GetString()!.Length, 1, 512);
                Assert.Matches(new Regex("^[0-9]{12}$", RegexOptions.None, TimeSpan.FromSeconds(1)), finding.GetProperty("AwsAccountId").GetString());
            });
        }
    }

    [Fact]
    public async Task Asff_keeps_the_moment_of_creation_across_runs()
    {
        var later = SampleAudit.Complete() with { AsOf = SampleAudit.AsOf.AddDays(5) };
        var open = later.Findings.First(finding => finding.State == FindingState.Open);
        using var batch = JsonDocument.Parse(await ReportText.Of("asff", later with { Findings = [open] }));
        var finding = batch.RootElement.GetProperty("Findings")[0];

        Assert.Equal("2026-01-04T12:00:00.000Z", finding.GetProperty("CreatedAt").GetString());
        Assert.Equal("2026-01-20T12:00:00.000Z", finding.GetProperty("UpdatedAt").GetString());
    }

    [Fact]
    public async Task A_spreadsheet_of_an_incomplete_audit_holds_what_was_not_seen()
    {
        var csv = await ReportText.Of("csv", SampleAudit.Incomplete);

        Assert.Equal(3, Regex.Count(csv, "\r\ngap,", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(14, Regex.Count(csv, "\r\nnot-evaluated,", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(60, Regex.Count(csv, "\r\nfinding,", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_summary_of_an_incomplete_audit_without_findings_is_no_all_clear()
    {
        var summary = await ReportText.Of("markdown", SampleAudit.Incomplete with { Findings = [] });

        Assert.Contains("> **Incomplete audit.** 3 reads failed and 14 judgements could not be made.", summary, StringComparison.Ordinal);
        Assert.Contains("None. That is no proof: the audit is incomplete.", summary, StringComparison.Ordinal);
    }
}
