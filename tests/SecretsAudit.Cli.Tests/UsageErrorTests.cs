namespace SecretsAudit.Cli.Tests;

/// <summary>What a user gets wrong ends with exit code 2, and a message that says what, where and what to do next.</summary>
public sealed class UsageErrorTests
{
    [Theory]
    [InlineData("audit --sourc aws", "Did you mean '--source'?")]
    [InlineData("audti", "Did you mean 'audit'?")]
    [InlineData("audit --fail-on hihg", "Did you mean 'high'?")]
    [InlineData("audit --format sarfi", "Did you mean 'sarif'?")]
    [InlineData("audit --source nowhere.jsonl.gz", "neither 'store', 'aws' nor a file that exists")]
    [InlineData("audit --source store --profile prod", "go with --source aws")]
    [InlineData("audit --endpoint-url 127.0.0.1:4599", "Write http://127.0.0.1:4599")]
    [InlineData("audit --as-of tomorrow", "Write 2026-12-31")]
    [InlineData("audit --usage-days 400", "from 1 to 90")]
    [InlineData("audit --set grace=4h", "rotation-overdue.grace=48h")]
    [InlineData("audit --set rotation-overdue.grace=soon", "a duration such as 90d or 24h")]
    [InlineData("audit --set rotation-overdu.grace=4h", "rotation-overdue")]
    [InlineData("audit --enable rotaton-overdue", "rotation-overdue")]
    [InlineData("audit --waivers none.yaml", "does not exist")]
    [InlineData("audit --code no-such-folder", "does not exist")]
    [InlineData("audit --out - --format html,sarif", "writes one report to stdout")]
    [InlineData("scan no-such-folder", "does not exist")]
    [InlineData("rules show rotation-overdu", "Did you mean 'rotation-overdue'?")]
    [InlineData("rules test no-such-folder", "There is no such folder of rules")]
    [InlineData("worker --schedule never", "never")]
    [InlineData("store serve --host example.test", "is no IP address")]
    [InlineData("store serve --in-memory", "--dev-credentials KEY:SECRET")]
    [InlineData("store serve --in-memory --dev-credentials nocolon", "KEY:SECRET")]
    [InlineData("store serve --in-memory --dev-credentials a:b --account 1", "twelve digits")]
    [InlineData("store serve --in-memory --dev-credentials a:b --host 0.0.0.0", "loopback only")]
    [InlineData("store serve --port 70000", "from 0 to 65535")]
    [InlineData("store serve --max-connections 0", "from 1 to")]
    [InlineData("store serve --certificate none.pem", "none.pem")]
    [InlineData("store serve --certificate-key some.key", "add --certificate")]
    [InlineData("store serve --rotation-endpoint rotate=http://127.0.0.1:9000", "form ARN=URL")]
    [InlineData("store serve --rotation-function rotate=postgresql-single-user", "form ARN=KIND")]
    [InlineData("store serve --rotation-function arn:aws:lambda:eu-west-1:123456789012:function:rotate=oracle", "postgresql-alternating-users")]
    [InlineData("store serve --rotation-endpoint arn:f=http://127.0.0.1:9000 --rotation-function arn:f=postgresql-single-user", "a second function")]
    [InlineData("store serve --events none.json", "none.json cannot be read")]
    [InlineData("store status", "There is no store in")]
    [InlineData("store backup monday", "There is no store in")]
    [InlineData("store restore monday", "There is no backup in")]
    [InlineData("store rotate-root-key --new-root-key-file new.key", "There is no store in")]
    [InlineData("store rotate-root-key", "--new-root-key-file")]
    [InlineData("policy check none.json", "does not exist")]
    [InlineData("policy check - -", "can be read once")]
    [InlineData("policy check - --kind secrte", "Did you mean 'secret'?")]
    [InlineData("policy check - --format sarfi", "Did you mean 'sarif'?")]
    [InlineData("policy check - --fail-on outsid", "Did you mean 'outside'?")]
    [InlineData("policy check - --trust acount=123456789012", "Did you mean 'account'?")]
    [InlineData("policy check - --trust account=12", "twelve digits")]
    [InlineData("policy check - --trust none.yaml", "nor a file that exists")]
    [InlineData("policy check - --resource app", "is no ARN")]
    [InlineData("policy check -", "this is no JSON")]
    [InlineData("audit --inventory none.jsonl.gz", "--inventory 'none.jsonl.gz' does not exist")]
    [InlineData("audit --inventory .", "is a folder")]
    [InlineData("audit --waivers .", "is a folder")]
    [InlineData("audit --baseline .", "is a folder")]
    [InlineData("audit --as-of 0001-01-01", "the years 2000 to 2999")]
    [InlineData("audit --as-of 9999-12-31", "the years 2000 to 2999")]
    [InlineData("audit --rules .", "holds no rule")]
    [InlineData("rules test .", "holds no rule")]
    [InlineData("scan . --fail-om high", "Did you mean '--fail-on'?")]
    [InlineData("scan --staged", "is in no git repository")]
    [InlineData("scan --history", "is in no git repository")]
    [InlineData("scan /dev/null", "scan --stdin")]
    [InlineData("scan ", "<path> is empty")]
    [InlineData("scan --diff ", "--diff is empty")]
    [InlineData("audit --out ", "--out is empty")]
    [InlineData("worker --profile nobodys-profile --regions eu-west-1", "There is no AWS profile")]
    [InlineData("worker --allowed-hosts https://audit.example.com", "without scheme and port")]
    [InlineData("worker --inventory none.jsonl.gz", "does not exist")]
    [InlineData("store", "Runs the reference store")]
    [InlineData("store seed demo --data /dev/null", "is a file")]
    public async Task A_mistake_is_named_with_its_remedy(string command, string expected)
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync(command.Split(' ')));

        Assert.Contains(expected, line.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line.Error, StringComparison.Ordinal);
        Assert.Empty(line.Output);
    }

    [Fact]
    public async Task A_misspelt_command_is_one_error_and_not_one_for_every_word_behind_it()
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync("scn", "src", "--fail-on", "high"));

        Assert.Equal(["error: There is no command 'scn'.", "Did you mean 'scan'?", "Run 'secretsaudit --help' for what it takes."], line.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Who_names_no_command_is_shown_which_there_are()
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync());

        Assert.Contains("secretsaudit scan .", line.Error, StringComparison.Ordinal);
        Assert.Empty(line.Output);
    }

    [Fact]
    public async Task A_file_of_rules_where_a_folder_is_wanted_is_told_apart_from_nothing()
    {
        using var line = new CommandLine();
        line.Write("mine/late.yaml", "id: SAUD1999\n");

        Assert.Equal(2, await line.RunAsync("rules", "test", "mine/late.yaml"));

        Assert.Contains("'mine/late.yaml' is a file. Rules are read by the folder", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_rule_is_told_with_file_line_column_and_a_guess()
    {
        using var line = new CommandLine();
        line.Write("mine/rotation/late.yaml", "id: SAUD1999\nname: late\nsevrity: high\n");

        Assert.Equal(2, await line.RunAsync("audit", "--rules", "mine"));

        Assert.Contains("late.yaml(3,1): error:", line.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'severity'?", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_YAML_is_told_with_its_place()
    {
        using var line = new CommandLine();
        line.Write("mine/rotation/late.yaml", "id: [SAUD1999\nname: late\n");

        Assert.Equal(2, await line.RunAsync("rules", "test", "mine"));

        Assert.Contains("late.yaml(", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_member_of_a_waiver_is_refused_and_not_ignored()
    {
        using var line = new CommandLine();
        line.Write("w.yaml", "waivers:\n  - rule: unused-secret\n    subjekt: '*'\n    owner: a\n    approver: b\n    reason: c\n    expires: 2027-01-01\n");

        Assert.Equal(2, await line.RunAsync("audit", "--waivers", "w.yaml"));

        Assert.Contains("w.yaml(3,", line.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'subject'?", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_refused_before_anything_is_read()
    {
        using var line = new CommandLine();
        line.Write("occupied", "a file, and no folder");

        Assert.Equal(2, await line.RunAsync("audit", "--out", "occupied/reports"));

        Assert.Contains("cannot be written to 'occupied/reports'", line.Error, StringComparison.Ordinal);
        Assert.Contains("--out", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_inventory_file_is_refused_with_its_line()
    {
        using var line = new CommandLine();
        line.Write("torn.jsonl", "{\"head\":{}}\n");

        Assert.Equal(2, await line.RunAsync("audit", "--source", "torn.jsonl"));

        Assert.Contains("torn.jsonl:1:", line.Error, StringComparison.Ordinal);
    }
}
