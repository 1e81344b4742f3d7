using System.Text.Json;
using SecretsAudit.Store;
using SecretsAudit.Store.Estate;

namespace SecretsAudit.EndToEnd.Tests;

/// <summary>Every rule of the catalogue judges the sample estate, those that are off by default too: what was planted is found, and what only looks like it is not.</summary>
public sealed class HouseRuleTests(HouseAudit audit) : IClassFixture<HouseAudit>
{
    [Fact]
    public void Every_planted_violation_is_found() =>
        Assert.Empty(Told(audit.Answers.Violations.Concat(audit.Answers.HouseViolations)).Except(audit.Found));

    [Fact]
    public void No_innocent_neighbour_is_found() =>
        Assert.Empty(Told(audit.Answers.Neighbours.Concat(audit.Answers.HouseNeighbours)).Intersect(audit.Found));

    [Fact]
    public void Every_rule_has_a_plant_and_a_neighbour_or_a_reason_why_not()
    {
        var planted = audit.Answers.Violations.Concat(audit.Answers.HouseViolations).Select(answer => answer.Rule).ToHashSet();
        var resembled = audit.Answers.Neighbours.Concat(audit.Answers.HouseNeighbours).Select(answer => answer.Rule).ToHashSet();
        var rules = audit.Rules;

        Assert.Equal(HouseRules.WithoutPlant.Keys.Order(StringComparer.Ordinal), rules.Except(planted).Order(StringComparer.Ordinal));
        Assert.Equal(HouseRules.WithoutPlant.Keys.Order(StringComparer.Ordinal), rules.Except(resembled).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_rule_without_a_plant_finds_nothing() =>
        Assert.DoesNotContain(audit.Found, finding => HouseRules.WithoutPlant.ContainsKey(finding.Split(' ')[0]));

    [Fact]
    public void Nothing_is_left_unread_or_not_evaluated() => Assert.Equal((0, 0), (audit.Gaps, audit.NotEvaluated));

    private static IEnumerable<string> Told(IEnumerable<SecretAnswer> answers) => answers.Select(answer => $"{answer.Rule} {answer.SecretArn}");
}

/// <summary>One run of every rule with the settings of the house.</summary>
public sealed class HouseAudit : IAsyncLifetime
{
    internal AnswerKey Answers { get; private set; } = null!;

    internal IReadOnlySet<string> Found { get; private set; } = new HashSet<string>();

    internal IReadOnlyList<string> Rules { get; private set; } = [];

    internal int Gaps { get; private set; }

    internal int NotEvaluated { get; private set; }

    public async Task InitializeAsync()
    {
        await using var store = await ReferenceStore.OpenAsync(SampleEstate.Options);
        var estate = await SampleEstate.BuildAsync(store);
        Answers = estate.AnswerKey;
        using var tool = new Tool();
        await File.WriteAllTextAsync(tool.InFolder("secretsaudit.yaml"), HouseRules.Settings);

        var ended = await tool.RunAsync("audit", "--no-code", "--enable", "all", "--format", "json");

        Assert.True(ended.ExitCode == 1, ended.Output + ended.Error);
        var report = tool.Read("secretsaudit-report/report.json");
        Found = FoundThing.Read(report).Select(finding => $"{finding.RuleName} {finding.Arn}").ToHashSet();
        using var json = JsonDocument.Parse(report);
        var result = json.RootElement.GetProperty("result");
        Rules =
        [
            .. result.GetProperty("rules").EnumerateArray()
                .Where(rule => rule.GetProperty("id").GetString()!.StartsWith("SAUD1", StringComparison.Ordinal)).Select(rule => rule.GetProperty("name").GetString()!),
        ];
        (Gaps, NotEvaluated) = (result.GetProperty("gaps").GetArrayLength(), result.GetProperty("notEvaluated").GetArrayLength());
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
