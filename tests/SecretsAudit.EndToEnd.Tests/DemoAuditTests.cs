using System.Text.Json;
using SecretsAudit.Store;
using SecretsAudit.Store.Estate;

namespace SecretsAudit.EndToEnd.Tests;

/// <summary>The first command of the README against the estate's own answer key, which neither rules nor detectors can see.</summary>
public sealed class DemoAuditTests(DemoAudit demo) : IClassFixture<DemoAudit>
{
    [Fact]
    public void The_run_ends_with_findings_and_names_its_files()
    {
        Assert.Equal(1, demo.Ended.ExitCode);
        foreach (var file in (string[])["report.html", "report.sarif", "report.json"])
            Assert.Contains(Path.Combine("secretsaudit-report", file), demo.Ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_planted_violation_is_found_and_no_innocent_neighbour()
    {
        await using var store = await ReferenceStore.OpenAsync(SampleEstate.Options);
        var answers = (await SampleEstate.BuildAsync(store)).AnswerKey;

        var found = demo.Findings.Where(finding => finding.RuleId.StartsWith("SAUD1", StringComparison.Ordinal)).Select(finding => $"{finding.RuleName} {finding.Arn}");

        Assert.Equal(answers.Violations.Select(answer => $"{answer.Rule} {answer.SecretArn}").Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Empty(found.Intersect(answers.Neighbours.Select(answer => $"{answer.Rule} {answer.SecretArn}")));
    }

    [Fact]
    public void Every_rule_that_is_on_has_findings_but_the_ones_whose_violation_a_store_cannot_hold()
    {
        using var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(demo.Reports, "report.json")));
        var judging = report.RootElement.GetProperty("result").GetProperty("rules").EnumerateArray()
            .Where(rule => rule.GetProperty("id").GetString()!.StartsWith("SAUD1", StringComparison.Ordinal)).Select(rule => rule.GetProperty("name").GetString()!);

        // RotateSecret wants a function for every secret that no service manages, and a primary with replicas cannot be deleted.
        // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
        // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html
        // What a template writes out is no store's to tell.
        Assert.Equal(["rotation-without-function", "orphan-replica", "value-in-template", "parameter-value-in-template"], judging.Except(demo.Findings.Select(finding => finding.RuleName)));
    }

    [Fact]
    public void Every_planted_line_of_code_is_found_and_no_innocent_one()
    {
        var answers = SampleCode.Answers();
        var found = demo.Findings.Where(finding => finding.Path is not null).Select(finding => $"{finding.Path}:{finding.Line}").Distinct();

        Assert.Equal(answers.Planted.Select(answer => $"{answer.Path}:{answer.Line}").Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_report_holds_a_planted_credential()
    {
        var planted = SampleCode.Answers().Planted
            .Select(answer => SampleCode.Text(answer.Path).Split('\n')[answer.Line - 1])
            .SelectMany(line => line.Split(['"', '\'', '=', ';', ' ', ':', '<', '>', '@'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(piece => piece.Length >= 12 && piece.Any(char.IsAsciiDigit) && piece.Any(char.IsAsciiLetter) && !piece.Contains('.', StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(planted);

        foreach (var report in Directory.GetFiles(demo.Reports))
        {
            var text = File.ReadAllText(report);
            Assert.All(planted, piece => Assert.DoesNotContain(piece, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_SARIF_file_keeps_to_what_code_scanning_ingests()
    {
        using var sarif = JsonDocument.Parse(File.ReadAllText(Path.Combine(demo.Reports, "report.sarif")));
        var runs = sarif.RootElement.GetProperty("runs").EnumerateArray().ToList();

        Assert.Equal(runs.Count, runs.Select(run => run.GetProperty("automationDetails").GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal(demo.Findings.Count, runs.Sum(run => run.GetProperty("results").GetArrayLength()));
    }
}
