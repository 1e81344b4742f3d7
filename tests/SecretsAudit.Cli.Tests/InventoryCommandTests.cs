using System.Text.Json;

namespace SecretsAudit.Cli.Tests;

/// <summary>An inventory is exported for later audits, and for the analyzer.</summary>
public sealed class InventoryCommandTests
{
    [Fact]
    public async Task An_export_holds_what_every_rule_needs()
    {
        using var line = new CommandLine();
        string[] everyRule = ["--config", "all.yaml", "--no-code", "--format", "json"];
        await line.RunAsync("rules", "list", "--json");
        line.Write("all.yaml", AllOn(line.Output));

        Assert.Equal(0, await line.RunAsync("inventory", "export", "kept.jsonl.gz"));
        var now = await line.RunAsync(["audit", .. everyRule, "--out", "now"]);
        var later = await line.RunAsync(["audit", .. everyRule, "--inventory", "kept.jsonl.gz", "--out", "later"]);

        Assert.Equal(now, later);
        Assert.Equal(Told(line.Read("now/report.json")), Told(line.Read("later/report.json")));
    }

    [Fact]
    public async Task The_analyzer_gets_the_names_and_which_of_them_are_about_to_go()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("inventory", "export", "--format", "analyzer"));

        using var names = JsonDocument.Parse(line.Read("secretsaudit.inventory.json"));
        var states = names.RootElement.GetProperty("secrets").EnumerateArray()
            .ToDictionary(secret => secret.GetProperty("name").GetString()!, secret => secret.GetProperty("state").GetString());
        Assert.Equal("active", states["prod/payments/wallet-api/postgres-app"]);
        Assert.Contains("pendingDeletion", states.Values);
        Assert.Equal(states.Keys.Order(StringComparer.Ordinal), states.Keys);
    }

    [Theory]
    [InlineData("inventory export --format csv", "Choose from: inventory, analyzer")]
    [InlineData("audit --inventory a.jsonl.gz --source aws", "give one of the two")]
    public async Task A_mistake_is_named_with_its_remedy(string command, string expected)
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync(command.Split(' ')));

        Assert.Contains(expected, line.Error, StringComparison.Ordinal);
    }

    private static string AllOn(string list)
    {
        using var rules = JsonDocument.Parse(list);
        var names = rules.RootElement.EnumerateArray().Where(rule => rule.GetProperty("id").GetString()!.StartsWith("SAUD1", StringComparison.Ordinal)).Select(rule => rule.GetProperty("name").GetString());
        return "rules:\n" + string.Concat(names.Select(name => $"  {name}: {{ enabled: true }}\n"));
    }

    // Findings and what was not evaluated; not the moments of reading, which differ.
    private static List<string> Told(string report)
    {
        using var json = JsonDocument.Parse(report);
        var result = json.RootElement.GetProperty("result");
        return
        [
            .. result.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("fingerprint").GetString()!).Order(StringComparer.Ordinal),
            .. result.GetProperty("notEvaluated").EnumerateArray().Select(rule => $"{rule.GetProperty("ruleId")} {rule.GetProperty("subject").GetProperty("arn")}"),
        ];
    }
}
