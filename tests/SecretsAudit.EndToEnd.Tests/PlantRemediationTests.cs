using System.Text.Json;
using SecretsAudit.Store;
using SecretsAudit.Store.Estate;
using SecretsAudit.Store.Hosting;

namespace SecretsAudit.EndToEnd.Tests;

/// <summary>Planted violations of the sample estate, fixed by the commands that their findings carry: run by a shell and AWS's own command line, and the findings are gone.</summary>
public sealed class PlantRemediationTests
{
    private const string Aws = "/usr/bin/aws";

    // One plant a rule, in the production account; those whose function is broken can be fixed by repairing the function alone.
    private static readonly (string Rule, string Name)[] Plants =
    [
        ("never-rotated", "prod/orders/cold-chain/postgres-app"),
        ("rotation-switched-off", "prod/storefront/look-book/redis-auth"),
        ("no-current-value", "prod/customer/gift-finder/partner-api-key"),
        ("aws-managed-key", "prod/customer/wishlist/redis-auth"),
        ("customer-key-without-rotation", "alias/campaign-exports"),
        ("key-unusable", "prod/analytics/data-export/warehouse-token"),
        ("key-pending-deletion", "alias/old-ledger"),
        ("key-unusable", "prod/finance/general-ledger/export-key"),
        ("replica-under-weaker-key", "prod/payments/card-vault/unwrap-key"),
        ("unused-secret", "prod/orders/print-shop/partner-sftp-key"),
        ("read-while-pending-deletion", "prod/storefront/advent-calendar/promo-token"),
    ];

    // What a command leaves to its reader stands in capitals.
    private static readonly (string Word, string Choice)[] Choices =
        [(" KEY", " alias/prod-secrets"), ("KmsKeyId=KEY", "KmsKeyId=alias/prod-secrets"), ("REGION", "us-east-1"), ("file://VALUE", "what-the-partner-sent")];

    [Fact]
    public async Task The_commands_of_planted_violations_make_them_go_away()
    {
        Assert.True(File.Exists(Aws), $"{Aws} is missing: ./test.sh installs it from the package awscli");
        await using var store = await ReferenceStore.OpenAsync(SampleEstate.Options);
        var estate = await SampleEstate.BuildAsync(store);
        var production = estate.Accounts[0];
        var operatorPolicy = new Dictionary<string, string> { ["all"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""" };
        var key = await store.Accounts.CreateAccessKeyAsync(await store.Accounts.CreateUserAsync(production.Id, "operator", operatorPolicy));
        await using var server = await StoreServer.StartAsync(store, new(System.Net.IPAddress.Loopback, 0));
        using var tool = new Tool();
        await File.WriteAllLinesAsync(tool.InFolder("credentials"),
            [$"[{production.Name}]", $"aws_access_key_id = {production.Auditor.AccessKeyId}", $"aws_secret_access_key = {production.Auditor.SecretAccessKey}"]);
        tool.Environment["AWS_SHARED_CREDENTIALS_FILE"] = tool.InFolder("credentials");

        var before = await AuditAsync(tool, server, production.Name);
        var commands = Plants.Select(plant => Filled(Assert.Single(before, finding => (finding.Rule, finding.Name) == plant && finding.Command is not null).Command!));
        var script = $"set -eu\nexport AWS_ACCESS_KEY_ID={key.AccessKeyId} AWS_SECRET_ACCESS_KEY={key.SecretAccessKey}\n"
            + $"aws() {{ {Aws} --endpoint-url {server.Address} \"$@\"; }}\n{string.Join('\n', commands)}\n";
        var ran = await tool.RunProgramAsync("/bin/sh", ["-c", script]);
        Assert.True(ran.ExitCode == 0, string.Join('\n', commands) + ran.Error);

        var after = await AuditAsync(tool, server, production.Name);
        Assert.Empty(Plants.Intersect(after.Select(finding => (finding.Rule, finding.Name))));
    }

    private static string Filled(string command) => Choices.Aggregate(command, (text, choice) => text.Replace(choice.Word, choice.Choice, StringComparison.Ordinal));

    private static async Task<List<(string Rule, string Name, string? Command)>> AuditAsync(Tool tool, StoreServer server, string profile)
    {
        var ended = await tool.RunAsync(
            "audit", "--endpoint-url", server.Address.ToString(), "--profile", profile, "--regions", string.Join(',', SampleEstate.Regions),
            "--as-of", $"{SampleEstate.AsOf:yyyy-MM-dd'T'HH:mm:ss'Z'}", "--no-code", "--format", "json");
        Assert.True(ended.ExitCode == 1, ended.Output + ended.Error);
        using var json = JsonDocument.Parse(tool.Read("secretsaudit-report/report.json"));
        return
        [
            .. json.RootElement.GetProperty("result").GetProperty("findings").EnumerateArray().Select(finding => (
                finding.GetProperty("ruleName").GetString()!,
                finding.GetProperty("subject").GetProperty("name").GetString()!,
                finding.TryGetProperty("fix", out var fix) && fix.TryGetProperty("cli", out var cli) ? cli.GetString() : null)),
        ];
    }
}
