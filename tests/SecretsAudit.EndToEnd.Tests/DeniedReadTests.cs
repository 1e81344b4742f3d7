using System.Text.Json;
using SecretsAudit.Store;
using SecretsAudit.Store.Estate;
using SecretsAudit.Store.Hosting;

namespace SecretsAudit.EndToEnd.Tests;

/// <summary>Unknown is not compliant: what an auditor was denied is a gap, and the run ends with 3.</summary>
public sealed class DeniedReadTests
{
    [Fact]
    public async Task A_denied_policy_is_not_evaluated_and_outranks_every_finding()
    {
        await using var store = await ReferenceStore.OpenAsync(SampleEstate.Options);
        var estate = await SampleEstate.BuildAsync(store, withDeniedReads: true);
        await using var server = await StoreServer.StartAsync(store, new(System.Net.IPAddress.Loopback, 0));
        using var tool = new Tool();
        await File.WriteAllLinesAsync(tool.InFolder("credentials"), estate.Accounts.SelectMany(account => (string[])
        [
            $"[{account.Name}]", $"aws_access_key_id = {account.Auditor.AccessKeyId}", $"aws_secret_access_key = {account.Auditor.SecretAccessKey}",
        ]));
        tool.Environment["AWS_SHARED_CREDENTIALS_FILE"] = tool.InFolder("credentials");

        var ended = await tool.RunAsync(
            "audit", "--endpoint-url", server.Address.ToString(), "--profile", string.Join(',', estate.Accounts.Select(account => account.Name)),
            "--regions", string.Join(',', SampleEstate.Regions), "--as-of", $"{SampleEstate.AsOf:yyyy-MM-dd'T'HH:mm:ss'Z'}", "--format", "json");

        Assert.True(ended.ExitCode == 3, ended.Output + ended.Error);
        Assert.Contains("The audit is incomplete", ended.Output, StringComparison.Ordinal);
        Assert.Contains("secretsmanager:GetResourcePolicy", ended.Output, StringComparison.Ordinal);

        // Apart from what was hidden, the same violations as in the undisturbed estate.
        var found = FoundThing.Read(tool.Read("secretsaudit-report/report.json")).Select(finding => $"{finding.RuleName} {finding.Arn}").ToHashSet();
        Assert.Subset(estate.AnswerKey.Violations.Select(answer => $"{answer.Rule} {answer.SecretArn}").ToHashSet(), found);
        Assert.NotEmpty(found);

        // Every rule that asks for a policy says so of every secret whose policy was denied, and passes none of them.
        using var listed = JsonDocument.Parse((await tool.RunAsync("rules", "list", "--json")).Output);
        var rules = listed.RootElement.EnumerateArray()
            .Where(rule => rule.GetProperty("enabled").GetBoolean() && rule.TryGetProperty("needs", out var needs) && needs.GetString()!.Contains("resource-policy", StringComparison.Ordinal))
            .Select(rule => rule.GetProperty("id").GetString()!).ToHashSet();
        using var report = JsonDocument.Parse(tool.Read("secretsaudit-report/report.json"));
        var unevaluated = report.RootElement.GetProperty("result").GetProperty("notEvaluated").EnumerateArray()
            .ToLookup(rule => rule.GetProperty("subject").GetProperty("name").GetString()!, rule => rule.GetProperty("ruleId").GetString()!);
        var hidden = estate.AnswerKey.Violations.Concat(estate.AnswerKey.Neighbours).Select(answer => answer.SecretName).Where(name => name.Split('/') is ["prod" or "staging" or "shared", "finance", ..]).ToList();
        Assert.NotEmpty(hidden);
        Assert.All(hidden, name => Assert.Superset(rules, unevaluated[name].ToHashSet()));

        // A description that was denied leaves what only it tells unevaluated, replicas above all: the list has no replication status.
        // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html
        var undescribed = estate.AnswerKey.Violations.Concat(estate.AnswerKey.Neighbours).Concat(estate.AnswerKey.HouseNeighbours)
            .Select(answer => answer.SecretName).Where(name => name.Split('/') is [_, "customer", "single-sign-on", _]).Distinct().ToList();
        Assert.NotEmpty(undescribed);
        Assert.All(undescribed, name => Assert.Contains("SAUD1106", unevaluated[name]));
    }
}
