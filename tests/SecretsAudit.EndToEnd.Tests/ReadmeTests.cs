using System.Net;
using System.Text.RegularExpressions;
using SecretsAudit.Store;
using SecretsAudit.Store.Hosting;

namespace SecretsAudit.EndToEnd.Tests;

/// <summary>What README and docs promise, done.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task The_first_command_works_as_it_is_written()
    {
        using var tool = new Tool();
        Assert.Contains("dotnet run --project src/SecretsAudit.Cli -- audit\n", await File.ReadAllTextAsync(Path.Combine(Tool.RepositoryRoot, "README.md")), StringComparison.Ordinal);

        var ended = await tool.RunProgramAsync("dotnet", ["run", "--no-build", "--project", Path.Combine(Tool.RepositoryRoot, "src", "SecretsAudit.Cli"), "--", "audit"]);

        Assert.True(ended.ExitCode == 1, ended.Error);
        Assert.True(File.Exists(tool.InFolder("secretsaudit-report/report.html")));
    }

    [Fact]
    public async Task The_permissions_in_the_docs_are_enough_for_every_rule_and_let_no_value_be_read()
    {
        const string Account = "210987654321";
        var page = await File.ReadAllTextAsync(Path.Combine(Tool.RepositoryRoot, "docs", "permissions.md"));
        var policy = Policy().Match(page).Groups["json"].Value;
        await using var store = await ReferenceStore.OpenAsync(new StoreOptions());
        var root = await store.Accounts.CreateAccountAsync(Account, "shop");
        var auditor = await store.Accounts.CreateUserAsync(Account, "auditor", new Dictionary<string, string> { ["audit"] = policy });
        await using var server = await StoreServer.StartAsync(store, new(IPAddress.Loopback, 0));
        using var tool = new Tool();
        tool.Environment["AWS_DEFAULT_REGION"] = tool.Environment["AWS_REGION"] = "eu-west-1";

        async Task<Tool.Ended> AwsAsync(Store.Accounts.Principal principal, params string[] args)
        {
            var key = await store.Accounts.CreateAccessKeyAsync(principal);
            tool.Environment["AWS_ACCESS_KEY_ID"] = key.AccessKeyId;
            tool.Environment["AWS_SECRET_ACCESS_KEY"] = key.SecretAccessKey;
            return await tool.RunProgramAsync("/usr/bin/aws", ["--endpoint-url", server.Address.ToString(), "secretsmanager", .. args]);
        }

        Assert.Equal(0, (await AwsAsync(root, "create-secret", "--name", "shop/db", "--secret-string", "not to be read")).ExitCode);
        var refused = await AwsAsync(auditor, "get-secret-value", "--secret-id", "shop/db");
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("AccessDenied", refused.Error, StringComparison.Ordinal);

        var rules = await tool.RunAsync("rules", "list", "--json");
        var every = Id().Matches(rules.Output).Select(id => id.Value).Where(id => id.StartsWith("SAUD1", StringComparison.Ordinal));
        var audit = await tool.RunAsync("audit", "--endpoint-url", server.Address.ToString(), "--enable", string.Join(',', every), "--format", "json");

        Assert.DoesNotContain("incomplete", audit.Output, StringComparison.Ordinal);
        Assert.InRange(audit.ExitCode, 0, 1);
    }

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Policy();

    [GeneratedRegex(@"SAUD\d{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
