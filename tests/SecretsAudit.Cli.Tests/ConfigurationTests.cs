using System.Text.Json;

namespace SecretsAudit.Cli.Tests;

/// <summary><c>secretsaudit.yaml</c> sets an audit; flags win over it.</summary>
public sealed class ConfigurationTests
{
    // One secret without a description and one without an owner; no other shipped rule finds anything.
    private const string Template = """
        Resources:
          Silent:
            Type: AWS::SecretsManager::Secret
            Properties: { Name: prod/silent, KmsKeyId: alias/app, Tags: [{ Key: owner, Value: payments }] }
          Orphan:
            Type: AWS::SecretsManager::Secret
            Properties: { Name: dev/orphan, KmsKeyId: alias/app, Description: Of nobody }
        """;

    private const string OnlyDescriptions = "rules:\n  no-description: { enabled: true, severity: high }\n";

    [Fact]
    public async Task The_usual_file_is_found_and_sets_rules()
    {
        using var line = Prepared(OnlyDescriptions);

        Assert.Equal(1, await line.RunAsync("audit", "--inventory", "app.yaml", "--disable", "no-owner", "--format", "json"));

        var finding = Assert.Single(Findings(line), found => found.Rule == "no-description");
        Assert.Equal(("prod/silent", "high"), (finding.Name, finding.Severity));
    }

    [Fact]
    public async Task A_flag_wins_over_the_file_also_where_the_file_calls_the_rule_by_its_id()
    {
        using var line = Prepared("rules:\n  SAUD1102:\n    enabled: true\n    overrides:\n      - { paths: [prod/*], severity: critical }\n");

        await line.RunAsync("audit", "--inventory", "app.yaml", "--disable", "no-description", "--format", "json");

        Assert.DoesNotContain(Findings(line), found => found.Rule == "no-description");
    }

    [Fact]
    public async Task The_threshold_of_the_file_gives_way_to_the_environment_and_that_to_a_flag()
    {
        using var line = Prepared(OnlyDescriptions + "fail-on: critical\n");

        Assert.Equal(0, await line.RunAsync("audit", "--inventory", "app.yaml"));
        Assert.Equal(0, await line.With("SECRETSAUDIT_FAIL_ON", "none").RunAsync("audit", "--inventory", "app.yaml", "--disable", "no-description"));
        Assert.Equal(1, await line.RunAsync("audit", "--inventory", "app.yaml", "--fail-on", "high"));
    }

    [Fact]
    public async Task What_the_file_names_lies_beside_the_file()
    {
        using var line = Prepared("");
        line.Write("audits/shop.yaml", OnlyDescriptions + "source: { kind: shop-template.yaml }\nwaivers: accepted.yaml\nfail-on: high\n");
        line.Write("audits/shop-template.yaml", Template);
        line.Write("audits/accepted.yaml", "waivers:\n  - { rule: no-description, subject: '*', owner: a, approver: b, reason: c, expires: 2099-01-01 }\n");

        Assert.Equal(0, await line.RunAsync("audit", "--config", "audits/shop.yaml", "--format", "json"));

        Assert.Equal("waived", Assert.Single(Findings(line), found => found.Rule == "no-description").State);
    }

    [Fact]
    public async Task Owner_tags_and_due_times_are_those_of_the_file()
    {
        using var line = Prepared("owner-tags: [squad]\ndue: { low: 30d }\nrules:\n  no-owner: { enabled: true }\n");

        await line.RunAsync("audit", "--inventory", "app.yaml", "--as-of", "2026-11-02", "--format", "json");

        var found = Findings(line).Where(finding => finding.Rule == "no-owner").ToList();
        Assert.Equal(["dev/orphan", "prod/silent"], found.Select(finding => finding.Name).Order());
        Assert.All(found, finding => Assert.StartsWith("2026-12-02", finding.Due, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_keys_and_wrong_settings_of_rules_are_told_at_once()
    {
        using var line = new CommandLine();
        line.Write("secretsaudit.yaml", "fail-onn: high\nrules:\n  no-descripton: { enabled: true }\n  unused-secret: { parameters: { unusedDays: many } }\n");

        Assert.Equal(2, await line.RunAsync("audit", "--no-code"));

        Assert.All((string[])["(1,1)", "(3,3)", "(4,46)"], place => Assert.Contains($"secretsaudit.yaml{place}", line.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_is_no_configuration()
    {
        using var line = new CommandLine();
        line.Write("settings/secretsaudit.yaml", "fail-on: high\n");

        Assert.Equal(2, await line.RunAsync("audit", "--config", "settings"));

        Assert.Contains("is a folder. Name the file in it", line.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules:\n  no-descripton: { enabled: true }\n", "secretsaudit.yaml(2,3)", "Did you mean 'no-description'?")]
    [InlineData("fail-onn: high\n", "secretsaudit.yaml(1,1)", "Did you mean 'fail-on'?")]
    [InlineData("rules:\n  rotation-overdue: { parameters: { grase: 1d } }\n", "secretsaudit.yaml(2,", "Did you mean 'grace'?")]
    [InlineData("source: { kind: store, regions: [eu-west-1] }\n", "secretsaudit.yaml", "go with 'kind: aws'")]
    [InlineData("waivers: none.yaml\n", "secretsaudit.yaml", "the waivers 'none.yaml' do not exist")]
    public async Task A_mistake_in_the_file_is_told_with_its_place(string file, string place, string remedy)
    {
        using var line = Prepared(file);

        Assert.Equal(2, await line.RunAsync("audit"));

        Assert.Contains(place, line.Error, StringComparison.Ordinal);
        Assert.Contains(remedy, line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_must_be_there_and_is_not_makes_the_audit_incomplete()
    {
        using var line = new CommandLine();
        line.Write("secretsaudit.yaml", "source: { kind: store, expect: [999900001111/eu-west-1] }\n");

        Assert.Equal(3, await line.RunAsync("audit", "--no-code"));

        Assert.Contains("999900001111/eu-west-1", line.Output, StringComparison.Ordinal);
    }

    private static CommandLine Prepared(string configuration)
    {
        var line = new CommandLine();
        line.Write("app.yaml", Template);
        line.Write("secretsaudit.yaml", configuration);
        return line;
    }

    private static List<(string Rule, string? Name, string Severity, string State, string? Due)> Findings(CommandLine line)
    {
        using var json = JsonDocument.Parse(line.Read("secretsaudit-report/report.json"));
        return
        [
            .. json.RootElement.GetProperty("result").GetProperty("findings").EnumerateArray().Select(finding => (
                finding.GetProperty("ruleName").GetString()!,
                finding.GetProperty("subject").TryGetProperty("name", out var name) ? name.GetString() : null,
                finding.GetProperty("severity").GetString()!,
                finding.GetProperty("state").GetString()!,
                finding.TryGetProperty("due", out var due) ? due.GetString() : null)),
        ];
    }
}
