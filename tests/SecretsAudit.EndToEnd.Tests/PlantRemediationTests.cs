using System.Text.Json;
using SecretsAudit.Store;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Estate;
using SecretsAudit.Store.Hosting;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Rotation;

namespace SecretsAudit.EndToEnd.Tests;

/// <summary>
/// One planted violation of every rule that has a command, fixed by the command that its finding carries: run by a shell and AWS's own command line
/// against the served store, and the finding is gone.
/// </summary>
[Collection("AWS command line")]
public sealed class PlantRemediationTests
{
    private const string Aws = "/usr/bin/aws";
    private const string Operator = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    // Where the first plant of a rule would not do: it is fixed by another rule's command already, breaks the rule twice over, or was chosen for something else.
    private static readonly Dictionary<string, string> Chosen = new()
    {
        ["key-unusable"] = "prod/analytics/data-export/warehouse-token",
        ["unused-secret"] = "prod/orders/print-shop/partner-sftp-key",
        ["aws-managed-key"] = "prod/customer/wishlist/redis-auth",
        ["required-tags-missing"] = "prod/customer/panel-new/import-key",
        ["rotation-interval-too-long"] = "prod/analytics/recommendation-trainer/notebook-token",
        ["key-not-allowed"] = "prod/customer/wishlist/share-link-signing-key",
        ["rotation-overdue"] = "prod/payments/wallet-api/postgres-app",
        ["never-rotated"] = "prod/orders/cold-chain/postgres-app",
        ["rotation-switched-off"] = "prod/storefront/look-book/redis-auth",
        ["rotation-stuck"] = "prod/payments/wallet-api/postgres-app",
        ["value-not-rotated"] = "prod/finance/tax-filing/portal-api-key",
        ["trail-not-recording"] = "777788889999/eu-central-1",
        ["trail-not-in-all-regions"] = "444455556666/eu-central-1",
    };

    // What a command leaves to its reader stands in capitals.
    private static readonly (string Word, string Choice)[] Choices =
    [
        ("Key=KEY,Value=VALUE", "Key=owner,Value=storefront-team@example.com"), ("file://VALUE", "what-the-partner-sent"), ("TEAM", "orders-team@example.com"), ("TEXT", "Layouts"),
        ("REGION", "us-east-1"), ("LABEL", "release-1"), ("file://POLICY", "file://policy.json"),
    ];

    // Commands in an order in which one does not stand in another's way: a stuck rotation is cleared before the overdue one is made up for.
    private static readonly string[] First = ["rotation-stuck", "rotation-not-enabled"];

    [Fact]
    public async Task The_commands_of_planted_violations_make_them_go_away()
    {
        Assert.True(File.Exists(Aws), $"{Aws} is missing: ./test.sh installs it from the package awscli");
        await using var store = await ReferenceStore.OpenAsync(SampleEstate.Options);
        var estate = await SampleEstate.BuildAsync(store);
        await using var server = await StoreServer.StartAsync(store, new(System.Net.IPAddress.Loopback, 0));
        using var tool = new Tool();
        var operators = await PrepareAsync(tool, store, estate);

        var before = await AuditAsync(tool, server, estate);
        var commands = before.Where(finding => finding.Command is not null && estate.Accounts.Any(account => finding.Arn.Contains(account.Id, StringComparison.Ordinal))).ToList();
        var planted = estate.AnswerKey.Violations.Concat(estate.AnswerKey.HouseViolations)
            .Where(answer => !Chosen.TryGetValue(answer.Rule, out var name) || answer.SecretName == name)
            .Select(answer => commands.Find(finding => (finding.Rule, finding.Arn) == (answer.Rule, answer.SecretArn)))
            .OfType<Told>().Concat(Chosen.Select(pair => commands.First(finding => (finding.Rule, finding.Name) == (pair.Key, pair.Value))))
            .DistinctBy(finding => finding.Rule).OrderBy(finding => !First.Contains(finding.Rule)).ThenBy(finding => finding.Rule, StringComparer.Ordinal).ToList();

        RepairFunctions(store, operators[0]);
        foreach (var finding in planted)
        {
            var ran = await tool.RunProgramAsync("/bin/sh", ["-c", $"set -eu\naws() {{ {Aws} --endpoint-url {server.Address} \"$@\"; }}\n{Script(finding, operators)}"]);
            Assert.True(ran.ExitCode == 0, $"{finding.Rule} of {finding.Name}: {ran.Error}");
        }

        var after = await AuditAsync(tool, server, estate);
        Assert.Empty(planted.Select(finding => (finding.Rule, finding.Arn)).Intersect(after.Select(finding => (finding.Rule, finding.Arn))));

        // Every rule with a plant and a command was tried.
        using var listed = JsonDocument.Parse((await tool.RunAsync("rules", "list", "--json")).Output);
        var plantable = listed.RootElement.EnumerateArray().Where(rule => rule.GetProperty("id").GetString()!.StartsWith("SAUD1", StringComparison.Ordinal)).Select(rule => rule.GetProperty("name").GetString()!)
            .Where(name => !HouseRules.WithoutPlant.ContainsKey(name));
        Assert.Equal(HouseRules.WithoutCommand.Order(StringComparer.Ordinal), plantable.Except(planted.Select(finding => finding.Rule)).Order(StringComparer.Ordinal));
    }

    private static async Task<List<(string Account, AccessKeyCredentials Key)>> PrepareAsync(Tool tool, ReferenceStore store, SampleEstate estate)
    {
        var operators = new List<(string, AccessKeyCredentials)>();
        var allowed = new List<string>();
        var credentials = new List<string>();
        foreach (var account in estate.Accounts)
        {
            var user = await store.Accounts.CreateUserAsync(account.Id, "operator", new Dictionary<string, string> { ["all"] = Operator });
            operators.Add((account.Id, await store.Accounts.CreateAccessKeyAsync(user)));
            credentials.AddRange([$"[{account.Name}]", $"aws_access_key_id = {account.Auditor.AccessKeyId}", $"aws_secret_access_key = {account.Auditor.SecretAccessKey}"]);
            foreach (var region in SampleEstate.Regions)
                allowed.Add((await store.InvokeAsync(new Caller(user), region, new DescribeKey.Request { KeyId = KeyOf(account.Id) })).KeyMetadata.Arn);
        }

        await File.WriteAllLinesAsync(tool.InFolder("credentials"), credentials);
        tool.Environment["AWS_SHARED_CREDENTIALS_FILE"] = tool.InFolder("credentials");
        // The keys that a command can choose are those that the house allows.
        await File.WriteAllTextAsync(
            tool.InFolder("secretsaudit.yaml"), HouseRules.Settings.Replace("[\"arn:aws:kms:eu-*:*:key/*\"]", JsonSerializer.Serialize(allowed), StringComparison.Ordinal));
        return operators;
    }

    private static string KeyOf(string account) => account switch
    {
        "111122223333" => "alias/prod-secrets",
        "444455556666" => "alias/staging-secrets",
        _ => "alias/shared-secrets",
    };

    // What its readers would do besides: sign in to the account, put the right policy where the present one was written to, and name the function.
    private static string Script(Told finding, List<(string Account, AccessKeyCredentials Key)> operators)
    {
        var (account, key) = operators.Single(entry => finding.Arn.Contains(entry.Account, StringComparison.Ordinal));
        var region = finding.Arn.Split(':')[3];
        var command = Choices.Aggregate(finding.Command!, (text, choice) => text.Replace(choice.Word, choice.Choice, StringComparison.Ordinal))
            .Replace("KmsKeyId=KEY", $"KmsKeyId={KeyOf(account)}", StringComparison.Ordinal).Replace(" KEY", $" {KeyOf(account)}", StringComparison.Ordinal)
            .Replace("TRAIL", account == "444455556666" ? "staging-trail" : "shared-trail", StringComparison.Ordinal)
            .Replace("FUNCTION", $"arn:aws:lambda:{region}:{account}:function:rotate-service-token", StringComparison.Ordinal)
            .Replace("--remove-replica-regions us-east-1", finding.Rule == "unread-replicas" ? "--remove-replica-regions eu-west-1" : "--remove-replica-regions us-east-1", StringComparison.Ordinal);
        var policy = $$$"""
            {"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{{account}}}:role/on-call-engineer"},"Action":"secretsmanager:GetSecretValue","Resource":"*"},
            {"Effect":"Deny","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"{{{SampleEstate.OrganizationId}}}"} } }]}
            """;
        var keyPolicy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{account}}:root"},"Action":"kms:*","Resource":"*"}]}""";
        var lines = command.Split('\n').SelectMany(line => line.EndsWith("> policy.json", StringComparison.Ordinal) ? [line, $"printf '%s' '{policy}' > policy.json"]
            : line.EndsWith("> key-policy.json", StringComparison.Ordinal) ? [line, $"printf '%s' '{keyPolicy}' > key-policy.json"]
            : finding.Command!.Contains("file://POLICY", StringComparison.Ordinal) ? [$"printf '%s' '{policy}' > policy.json", line] : (string[])[line]);
        return $"export AWS_ACCESS_KEY_ID={key.AccessKeyId} AWS_SECRET_ACCESS_KEY={key.SecretAccessKey}\n{string.Join('\n', lines)}";
    }

    // The functions that fail in the estate are repaired: this one rotates any secret.
    private static void RepairFunctions(ReferenceStore store, (string Account, AccessKeyCredentials Key) production)
    {
        var caller = new Caller(store.Accounts.Find($"arn:aws:iam::{production.Account}:user/operator")!);
        foreach (var function in (string[])["rotate-database-user", "rotate-service-token"])
        {
            store.RotationFunctions.Register($"arn:aws:lambda:eu-central-1:{production.Account}:function:{function}", RotateAsync);

            async Task RotateAsync(RotationStep step, CancellationToken cancellationToken)
            {
                if (step.Step == "createSecret")
                {
                    await store.InvokeAsync(caller, "eu-central-1", new PutSecretValue.Request
                    {
                        SecretId = step.SecretId, ClientRequestToken = step.ClientRequestToken, SecretString = step.ClientRequestToken, VersionStages = ["AWSPENDING"],
                    }, cancellationToken);
                }
                else if (step.Step == "finishSecret")
                {
                    var versions = (await store.InvokeAsync(caller, "eu-central-1", new DescribeSecret.Request { SecretId = step.SecretId }, cancellationToken)).VersionIdsToStages!;
                    await store.InvokeAsync(caller, "eu-central-1", new UpdateSecretVersionStage.Request
                    {
                        SecretId = step.SecretId, VersionStage = "AWSCURRENT", MoveToVersionId = step.ClientRequestToken,
                        RemoveFromVersionId = versions.Single(version => version.Value.Contains("AWSCURRENT")).Key,
                    }, cancellationToken);
                }
            }
        }
    }

    private static async Task<List<Told>> AuditAsync(Tool tool, StoreServer server, SampleEstate estate)
    {
        var ended = await tool.RunAsync(
            "audit", "--endpoint-url", server.Address.ToString(), "--profile", string.Join(',', estate.Accounts.Select(account => account.Name)),
            "--regions", string.Join(',', SampleEstate.Regions), "--as-of", $"{SampleEstate.AsOf:yyyy-MM-dd'T'HH:mm:ss'Z'}", "--no-code", "--enable", "all", "--format", "json");
        Assert.True(ended.ExitCode == 1, ended.Output + ended.Error);
        using var json = JsonDocument.Parse(tool.Read("secretsaudit-report/report.json"));
        return
        [
            .. json.RootElement.GetProperty("result").GetProperty("findings").EnumerateArray()
                .Where(finding => finding.GetProperty("subject").TryGetProperty("arn", out _))
                .Select(finding => new Told(
                    finding.GetProperty("ruleName").GetString()!,
                    finding.GetProperty("subject").GetProperty("name").GetString()!,
                    finding.GetProperty("subject").GetProperty("arn").GetString()!,
                    finding.TryGetProperty("fix", out var fix) && fix.TryGetProperty("cli", out var cli) ? cli.GetString() : null)),
        ];
    }

    private sealed record Told(string Rule, string Name, string Arn, string? Command);
}
