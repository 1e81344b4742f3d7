using System.Text.Json;

namespace SecretsAudit.EndToEnd.Tests;

/// <summary>Real input: AWS's own command line fills a served store, and the audit reports on exactly what it made.</summary>
[Collection("AWS command line")]
public sealed class AwsCommandLineTests : IDisposable
{
    private const string Aws = "/usr/bin/aws";
    private const string Region = "eu-west-1";
    private const int Secrets = 50;

    private readonly Tool _tool = new();

    public AwsCommandLineTests()
    {
        _tool.Environment["AWS_ACCESS_KEY_ID"] = "development";
        _tool.Environment["AWS_SECRET_ACCESS_KEY"] = "development";
        _tool.Environment["AWS_DEFAULT_REGION"] = Region;
        _tool.Environment["AWS_REGION"] = Region;
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Fifty_secrets_made_by_the_AWS_command_line_are_the_inventory()
    {
        Assert.True(File.Exists(Aws), $"{Aws} is missing: ./test.sh installs it from the package awscli");
        using var store = await ServedStore.StartAsync(_tool, "--data", "store", "--dev-credentials", "development:development", "--account", "210987654321");

        // One shell makes them all, as a person's script would.
        var script = $"""
            set -eu
            for i in $(seq 1 {Secrets}); do
              {Aws} --endpoint-url {store.Address} secretsmanager create-secret --name team/app-$i --description "made by script" --secret-string "value-$i" --tags Key=owner,Value=team >/dev/null
            done
            {Aws} --endpoint-url {store.Address} secretsmanager put-resource-policy --secret-id team/app-7 --resource-policy file://{_tool.InFolder("policy.json")} >/dev/null
            """;
        await File.WriteAllTextAsync(_tool.InFolder("policy.json"), """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}
            """);
        var made = await _tool.RunProgramAsync("/bin/sh", ["-c", script]);
        Assert.True(made.ExitCode == 0, made.Error);

        var audit = await _tool.RunAsync("audit", "--endpoint-url", store.Address, "--regions", Region, "--format", "json", "--enable", "rotation-not-enabled");

        Assert.True(audit.ExitCode == 1, audit.Output + audit.Error);
        var report = _tool.Read("secretsaudit-report/report.json");
        using var json = JsonDocument.Parse(report);
        Assert.Equal(Secrets, json.RootElement.GetProperty("result").GetProperty("inventory").GetProperty("secrets").GetInt32());
        var found = FoundThing.Read(report);
        Assert.Equal(
            Enumerable.Range(1, Secrets).Select(number => $"team/app-{number}").Order(StringComparer.Ordinal),
            found.Where(finding => finding.RuleName == "rotation-not-enabled").Select(finding => finding.Name!).Order(StringComparer.Ordinal));
        Assert.Equal("team/app-7", Assert.Single(found, finding => finding.RuleName == "wildcard-resource-policy").Name);
        Assert.DoesNotContain("value-7", report, StringComparison.Ordinal);
    }
}
