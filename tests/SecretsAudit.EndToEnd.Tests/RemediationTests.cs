using System.Text.Json;

namespace SecretsAudit.EndToEnd.Tests;

/// <summary>A finding's own command fixes it: run by a shell and AWS's own command line against a served store, and the finding is gone.</summary>
[Collection("AWS command line")]
public sealed class RemediationTests : IDisposable
{
    private const string Aws = "/usr/bin/aws";
    private const string Region = "eu-west-1";
    private static readonly string[] Rules = ["no-owner", "no-description", "aws-managed-key", "pending-deletion", "customer-key-without-rotation"];

    private readonly Tool _tool = new();

    public RemediationTests()
    {
        _tool.Environment["AWS_ACCESS_KEY_ID"] = "development";
        _tool.Environment["AWS_SECRET_ACCESS_KEY"] = "development";
        _tool.Environment["AWS_DEFAULT_REGION"] = Region;
        _tool.Environment["AWS_REGION"] = Region;
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Every_command_that_findings_carry_makes_them_go_away()
    {
        Assert.True(File.Exists(Aws), $"{Aws} is missing: ./test.sh installs it from the package awscli");
        using var store = await ServedStore.StartAsync(_tool, "--data", "store", "--dev-credentials", "development:development", "--account", "210987654321");
        // An old command line does not know AWS_ENDPOINT_URL, and must not go anywhere else.
        var aws = $"set -eu\naws() {{ {Aws} --endpoint-url {store.Address} \"$@\"; }}\n";
        var made = await _tool.RunProgramAsync("/bin/sh", ["-c", aws + """
            aws secretsmanager create-secret --name app/plain --secret-string x >/dev/null
            aws secretsmanager create-secret --name app/going --description d --tags Key=owner,Value=team --secret-string x >/dev/null
            aws secretsmanager delete-secret --secret-id app/going >/dev/null
            aws kms create-key --query KeyMetadata.Arn --output text
            """]);
        Assert.True(made.ExitCode == 0, made.Error);

        var before = await AuditAsync(store);
        Assert.Equal(Rules.Order(StringComparer.Ordinal), before.Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal));

        // What is the reader's to choose stands in capitals.
        var script = aws + string.Join('\n', before.Select(finding => finding.Command.Replace(" KEY", " " + made.Output.Trim(), StringComparison.Ordinal)));
        var ran = await _tool.RunProgramAsync("/bin/sh", ["-c", script]);
        Assert.True(ran.ExitCode == 0, script + ran.Error);

        Assert.DoesNotContain(await AuditAsync(store), finding => before.Any(old => (old.Rule, old.Arn) == (finding.Rule, finding.Arn)));
    }

    private async Task<List<(string Rule, string Arn, string Command)>> AuditAsync(ServedStore store)
    {
        var audit = await _tool.RunAsync(["audit", "--endpoint-url", store.Address, "--regions", Region, "--format", "json", .. Rules.SelectMany(rule => new[] { "--enable", rule })]);
        Assert.True(audit.ExitCode is 0 or 1, audit.Output + audit.Error);
        using var json = JsonDocument.Parse(_tool.Read("secretsaudit-report/report.json"));
        return
        [
            .. json.RootElement.GetProperty("result").GetProperty("findings").EnumerateArray()
                .Where(finding => Rules.Contains(finding.GetProperty("ruleName").GetString()))
                .Select(finding => (
                    finding.GetProperty("ruleName").GetString()!,
                    finding.GetProperty("subject").GetProperty("arn").GetString()!,
                    finding.GetProperty("fix").GetProperty("cli").GetString()!)),
        ];
    }
}
