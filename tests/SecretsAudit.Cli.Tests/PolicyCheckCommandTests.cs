using System.Text.Json;

namespace SecretsAudit.Cli.Tests;

/// <summary>A policy is judged by itself: who gets in, with a witness; what AWS would refuse; and where.</summary>
public sealed class PolicyCheckCommandTests
{
    private const string OpenToReferer = """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": "*",
              "Action": "secretsmanager:GetSecretValue",
              "Resource": "*",
              "Condition": { "StringEquals": { "aws:Referer": "x" } }
            }
          ]
        }
        """;

    private const string ForOneAccount = """
        { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "secretsmanager:GetSecretValue", "Resource": "*" } ] }
        """;

    [Fact]
    public async Task A_policy_that_lets_strangers_in_fails_and_the_witness_is_told_in_words()
    {
        using var line = new CommandLine();
        line.Write("policy.json", OpenToReferer);

        Assert.Equal(1, await line.RunAsync("policy", "check", "policy.json"));

        Assert.Contains("policy.json: a secret's resource policy, 1 statement", line.Output, StringComparison.Ordinal);
        Assert.Contains("Strangers get in: any AWS account can call GetSecretValue if it sends aws:Referer = x.", line.Output, StringComparison.Ordinal);
        Assert.Contains("policy.json(6,7): security public: Statement[0].Principal:", line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_denial_of_sessions_for_all_resources_is_an_organisations_policy()
    {
        using var line = new CommandLine();
        line.Write("policy.json", """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"sts:TagSession","Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalTag/team":"admin"}}}]}""");

        Assert.Equal(0, await line.RunAsync("policy", "check", "policy.json", "--format", "json"));

        Assert.Contains("\"kind\": \"rcp\"", line.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("account=111122223333", 0, "Nobody outside of the trust zone gets in.")]
    [InlineData("account=444455556666,org=o-a1b2c3d4e5", 1, "Somebody outside of the trust zone gets in: account 111122223333 can call GetSecretValue.")]
    public async Task Who_is_trusted_decides_whether_a_named_account_is_outside(string trust, int expected, string sentence)
    {
        using var line = new CommandLine();
        line.Write("policy.json", ForOneAccount);

        Assert.Equal(expected, await line.RunAsync("policy", "check", "policy.json", "--trust", trust));

        Assert.Contains(sentence, line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trust_zone_can_stand_in_the_configuration_file()
    {
        using var line = new CommandLine();
        line.Write("policy.json", ForOneAccount);
        line.Write("secretsaudit.yaml", "trust:\n  accounts: ['111122223333']\n");

        Assert.Equal(0, await line.RunAsync("policy", "check", "policy.json", "--trust", "secretsaudit.yaml"));
    }

    [Fact]
    public async Task Standard_input_is_read_for_a_dash()
    {
        using var line = new CommandLine { Input = ForOneAccount };

        Assert.Equal(0, await line.RunAsync("policy", "check", "-"));

        Assert.Contains("stdin: a secret's resource policy", line.Output, StringComparison.Ordinal);
        Assert.Contains("No stranger gets in.", line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_AWS_would_refuse_fails_with_its_place()
    {
        using var line = new CommandLine();
        line.Write("policy.json", "{ \"Version\": \"2012-10-17\",\n  \"Statement\": [ { \"Effect\": \"allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\" } ] }");

        Assert.Equal(1, await line.RunAsync("policy", "check", "policy.json"));

        Assert.Contains("AWS would refuse this policy.", line.Output, StringComparison.Ordinal);
        Assert.Contains("policy.json(2,30): error invalid: Statement[0].Effect:", line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_no_JSON_is_unreadable_with_its_place()
    {
        using var line = new CommandLine();
        line.Write("policy.json", "{ \"Version\":\n  2012-10-17 }");

        Assert.Equal(2, await line.RunAsync("policy", "check", "policy.json", "--kind", "secret"));

        Assert.Contains("policy.json(2,", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_told_is_no_pass()
    {
        using var line = new CommandLine();
        var actions = string.Join(", ", Enumerable.Range(0, 40).Select(i => $"{{ \"StringLike\": {{ \"x:k{i}\": \"*{i}*{i + 1}*{i + 2}*\" }} }}").Select((condition, i) =>
            $"{{ \"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"x:A{i}*{i % 7}*{i % 3}*\", \"Resource\": \"arn:aws:x:*:*:*{i}*{i % 5}*a*${{x:k{(i + 1) % 40}}}*\", \"Condition\": {condition} }}"));
        line.Write("policy.json", $"{{ \"Version\": \"2012-10-17\", \"Statement\": [ {actions}, {{ \"Effect\": \"Allow\", \"Principal\": {{ \"AWS\": \"111122223333\" }}, \"Action\": \"x:*\", \"Resource\": \"arn:aws:x:::${{x:k1}}${{x:k1}}z\", \"Condition\": {{ \"StringEquals\": {{ \"x:k1\": \"${{x:k2}}${{x:k2}}\", \"x:k2\": \"${{x:k1}}b\" }} }} }} ] }}");

        Assert.Equal(3, await line.RunAsync("policy", "check", "policy.json", "--trust", "account=999999999999"));

        Assert.Contains("could not be told", line.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outside", 0)]
    [InlineData("warning", 1)]
    [InlineData("none", 0)]
    public async Task The_threshold_decides_which_remarks_fail(string threshold, int expected)
    {
        using var line = new CommandLine();
        line.Write("policy.json", ForOneAccount.Replace("secretsmanager:GetSecretValue", "secretsmanager:*", StringComparison.Ordinal));

        Assert.Equal(expected, await line.RunAsync("policy", "check", "policy.json", "--fail-on", threshold));
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""", "a role's trust policy")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"}]}""", "a KMS key policy")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""", "a resource-based policy")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""", "an identity-based policy")]
    public async Task Where_a_policy_is_attached_is_guessed_from_what_it_says(string policy, string expected)
    {
        using var line = new CommandLine { Input = policy };

        await line.RunAsync("policy", "check", "-");

        Assert.Contains(expected, line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_verdict_witness_and_remarks_as_JSON()
    {
        using var line = new CommandLine();
        line.Write("policy.json", OpenToReferer);

        Assert.Equal(1, await line.RunAsync("policy", "check", "policy.json", "--trust", "account=111122223333", "--format", "json"));

        using var json = JsonDocument.Parse(line.Output);
        var policy = Assert.Single(json.RootElement.GetProperty("policies").EnumerateArray());
        Assert.Equal("somebody-outside", policy.GetProperty("verdict").GetString());
        var witness = policy.GetProperty("witness");
        Assert.Equal("secretsmanager:GetSecretValue", witness.GetProperty("action").GetString());
        Assert.Equal("x", witness.GetProperty("context").GetProperty("aws:Referer")[0].GetString());
        Assert.Contains(policy.GetProperty("remarks").EnumerateArray(), remark => remark.GetProperty("id").GetString() == "public" && remark.GetProperty("line").GetInt32() == 6);
    }

    [Fact]
    public async Task Code_scanning_gets_line_and_column_as_SARIF_in_a_file()
    {
        using var line = new CommandLine();
        line.Write("policies/open secret.json", OpenToReferer);

        Assert.Equal(1, await line.RunAsync("policy", "check", "policies/open secret.json", "--out", "report.sarif"));

        Assert.Empty(line.Output);
        using var sarif = JsonDocument.Parse(line.Read("report.sarif"));
        var run = Assert.Single(sarif.RootElement.GetProperty("runs").EnumerateArray());
        var result = run.GetProperty("results").EnumerateArray().Single(entry => entry.GetProperty("ruleId").GetString() == "policy/public");
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("policies/open%20secret.json", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal((6, 7), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32()));
        Assert.Equal("policy/public", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Contains("aws:Referer = x", result.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_of_a_policy_do_not_reach_the_terminal()
    {
        using var line = new CommandLine { Input = """{"Version":"2012-10-17","Statement":[{"Sid":"a\u001b]0;title\u0007","Effect":"Allow","Principal":"*","Action":"secretsmanager:*","Resource":"*"}]}""" };

        await line.RunAsync("policy", "check", "-");

        Assert.DoesNotContain('\u001b', line.Output);
        Assert.DoesNotContain('\u0007', line.Output);
    }
}
