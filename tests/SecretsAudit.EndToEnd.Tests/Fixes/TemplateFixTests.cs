using System.Text.Json;
using System.Text.RegularExpressions;

namespace SecretsAudit.EndToEnd.Tests.Fixes;

/// <summary>The Terraform and CloudFormation changes that findings carry: made to the template that the findings are about, the findings are gone.</summary>
public sealed partial class TemplateFixTests : IDisposable
{
    private const string Settings = """
        trust:
          accounts: ["000000000000", "111122223333", "444455556666"]
          organizations: [o-quillmere01]
        rules:
          key-not-allowed: { parameters: { allowed: ["*:key/approved"] } }
          too-many-accounts: { parameters: { maximumAccounts: 1 } }
          too-many-principals: { parameters: { maximumPrincipals: 1 } }
          policy-sprawl: { parameters: { maximumStatements: 1 } }
          policy-near-size-limit: { parameters: { maximumCharacters: 500 } }
          required-condition-missing: { parameters: { required: [aws:PrincipalOrgID] } }
          required-tags-missing: { parameters: { required: [environment] } }
          replica-region-not-allowed: { parameters: { allowed: [eu-*] } }
        """;

    // What a change leaves to its reader.
    private static readonly Dictionary<string, string> Choices = new()
    {
        ["PRINCIPAL"] = "arn:aws:iam::000000000000:role/app",
        ["ADMINISTRATOR"] = "arn:aws:iam::000000000000:role/administrator",
        ["ORGANIZATION"] = "o-quillmere01",
        ["CONDITION_KEY"] = "aws:PrincipalOrgID",
        ["VALUE"] = "o-quillmere01",
        ["SERVICE"] = "events.amazonaws.com",
        ["KEY"] = "alias/app",
        ["FUNCTION"] = "arn:aws:lambda:undeployed:000000000000:function:rotate",
        ["REGION"] = "eu-west-3",
        ["TEAM"] = "orders-team@example.com",
        ["TEXT"] = "Signs the layouts",
        ["NEW_NAME"] = "another-name",
    };

    private static readonly Dictionary<string, string> Keys = new()
    {
        ["key-not-allowed"] = "arn:aws:kms:undeployed:000000000000:key/approved",
        ["required-tags-missing"] = "environment",
    };

    // A template has no dates, no use and no trails, so that these rules do not speak about it; what they carry is checked by its form.
    private static readonly string[] NotInTemplates =
    [
        "config-recorder-off", "no-current-value", "parameter-not-replaced", "replica-out-of-sync", "rotation-switched-off", "trail-not-encrypted", "trail-not-in-all-regions",
        "trail-not-recording", "trail-without-validation", "unread-replicas", "unused-secret", "unused-secret-cost", "never-used", "value-not-rotated",
    ];

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Each_CloudFormation_change_makes_its_finding_go_away()
    {
        var stack = new CloudFormationStack(await File.ReadAllTextAsync(Sample("broken.yaml")));

        await ChangeAllAsync("cloudFormation", stack.Template, (finding, text) => stack.Change(text, finding.Name));
    }

    [Fact]
    public async Task Each_Terraform_change_makes_its_finding_go_away()
    {
        var configuration = new TerraformConfiguration(await File.ReadAllTextAsync(Sample("broken.tf")));

        await ChangeAllAsync("terraform", configuration.Plan, (_, text) => configuration.Change(text));
    }

    private async Task ChangeAllAsync(string language, Func<string> template, Action<Carried, string> change)
    {
        await File.WriteAllTextAsync(_tool.InFolder("secretsaudit.yaml"), Settings);
        var before = await AuditAsync(template(), language);
        var rules = (await RuleFixes.ReadAsync(_tool)).Where(rule => rule.Texts.ContainsKey(language.ToLowerInvariant())).Select(rule => rule.Name).Except(NotInTemplates).ToList();
        var own = rules.ConvertAll(rule => before.Found.Find(finding => finding.Rule == rule && Letters(finding.Arn).Contains(Letters(rule), StringComparison.Ordinal)));
        Assert.Empty(rules.Where((_, i) => own[i] is null));

        foreach (var finding in own.OfType<Carried>())
        {
            Assert.True(finding.Change is not null, $"{finding.Rule} carries no change for {finding.Arn}");
            change(finding, CapitalWords().Replace(finding.Change, word => word.Value == "KEY" && Keys.TryGetValue(finding.Rule, out var key) ? key : Choices.GetValueOrDefault(word.Value, word.Value)));
        }

        var after = await AuditAsync(template(), language);
        Assert.NotEmpty(own);
        Assert.Empty(own.Select(finding => (finding!.Rule, finding.Arn)).Intersect(after.Found.Select(finding => (finding.Rule, finding.Arn))));
        Assert.Empty(own.Select(finding => (finding!.Rule, finding.Arn)).Intersect(after.NotEvaluated));
    }

    private async Task<(List<Carried> Found, List<(string Rule, string Arn)> NotEvaluated)> AuditAsync(string template, string language)
    {
        await File.WriteAllTextAsync(_tool.InFolder("template.json"), template);
        var ended = await _tool.RunAsync("audit", "--source", "template.json", "--enable", "all", "--format", "json");
        Assert.True(ended.ExitCode is 0 or 1 or 3, ended.Output + ended.Error);
        using var json = JsonDocument.Parse(_tool.Read("secretsaudit-report/report.json"));
        var result = json.RootElement.GetProperty("result");
        var names = result.GetProperty("rules").EnumerateArray().ToDictionary(rule => rule.GetProperty("id").GetString()!, rule => rule.GetProperty("name").GetString()!);
        return (
        [
            .. result.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("subject").TryGetProperty("arn", out _)).Select(finding => new Carried(
                finding.GetProperty("ruleName").GetString()!,
                finding.GetProperty("subject").GetProperty("arn").GetString()!,
                finding.GetProperty("subject").GetProperty("name").GetString()!,
                finding.TryGetProperty("fix", out var fix) && fix.TryGetProperty(language, out var text) ? text.GetString() : null)),
        ],
        [
            .. result.GetProperty("notEvaluated").EnumerateArray().Where(one => one.GetProperty("subject").TryGetProperty("arn", out _))
                .Select(one => (names[one.GetProperty("ruleId").GetString()!], one.GetProperty("subject").GetProperty("arn").GetString()!)),
        ]);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static string Sample(string name) => Path.Combine(Tool.RepositoryRoot, "tests", "SecretsAudit.EndToEnd.Tests", "Fixes", name);

    [GeneratedRegex(@"\b[A-Z][A-Z_]+\b", RegexOptions.NonBacktracking)]
    private static partial Regex CapitalWords();

    private sealed record Carried(string Rule, string Arn, string Name, string? Change);
}
