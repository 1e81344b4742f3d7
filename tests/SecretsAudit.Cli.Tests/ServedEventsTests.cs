using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using SecretsAudit.Store.Tests.Events;

namespace SecretsAudit.Cli.Tests;

/// <summary>Rules, alarms and the store's own rotation functions, set up from the command line alone.</summary>
public sealed class ServedEventsTests
{
    private const string Function = "arn:aws:lambda:eu-west-1:123456789012:function:rotate";

    [Fact]
    public async Task The_events_of_a_rule_and_the_change_of_an_alarm_reach_the_rules_address()
    {
        using var line = new CommandLine();
        await using var target = new HttpReceiver(_ => (200, ""));
        line.Write("events.json", $$"""
            {
              "rules": [ { "name": "all", "pattern": { "source": ["aws.secretsmanager", "aws.cloudwatch"] }, "url": "{{target.Address}}", "deadLetterFile": "dead.jsonl" } ],
              "alarms": [ { "name": "first secret", "metric": "ResourceCount", "atLeast": 1 } ]
            }
            """);
        await using var served = await ServedStore.StartAsync(line, "--in-memory", "--dev-credentials", "test:test", "--events", "events.json");
        using var client = Client(served);
        await client.CreateSecretAsync(new CreateSecretRequest { Name = "shop/db", SecretString = "planted" });

        var told = new[] { JsonNode.Parse(await target.NextAsync())!, JsonNode.Parse(await target.NextAsync())! };

        Assert.Equal(["AWS API Call via CloudTrail", "CloudWatch Alarm State Change"], told.Select(happened => (string?)happened["detail-type"]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(told, happened => happened.ToJsonString().Contains("planted", StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(line.Folder, "dead.jsonl")));
    }

    [Fact]
    public async Task An_api_key_rotates_at_its_issuer_with_a_function_of_the_command_line()
    {
        using var line = new CommandLine();
        await using var issuer = new HttpReceiver(request => (200, request.HttpMethod == "POST" ? """{"key":"issued"}""" : ""));
        await using var served = await ServedStore.StartAsync(
            line, "--in-memory", "--dev-credentials", "test:test", "--rotation-function", $"{Function}=api-key:{issuer.Address}");
        using var client = Client(served);
        await client.CreateSecretAsync(new CreateSecretRequest { Name = "partner", SecretString = """{"key":"old"}""" });

        await client.RotateSecretAsync(new RotateSecretRequest { SecretId = "partner", RotationLambdaARN = Function });

        var value = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "partner" });
        Assert.Equal("issued", (string?)JsonNode.Parse(value.SecretString!)!["key"]);
    }

    [Theory]
    [InlineData("""{"rules":[{"name":"r","pattern":{},"url":"mailto:nobody"}]}""", "http or https address")]
    [InlineData("""{"rules":[{"name":"r","pattern":{"source":"aws.kms"},"url":"http://127.0.0.1:1/"}]}""", "the pattern of the rule 'r'")]
    [InlineData("""{"rules":[{"name":"r","pattern":{"source":["aws.kms"]},"url":"http://127.0.0.1:1/","attempts":11}]}""", "from 1 to 10")]
    [InlineData("""{"rules":[{"name":"r","pattern":{"source":["aws.kms"]},"url":"http://127.0.0.1:1/","retries":3}]}""", "retries")]
    [InlineData("""{"alarms":[{"name":"late","metric":"ResourceCount","atLeast":1}]}""", "nobody would hear")]
    [InlineData("""{"rules":[{"name":"r","pattern":{"source":["aws.kms"]},"url":"http://127.0.0.1:1/"}],"alarms":[{"name":"late","metric":"Lateness","atLeast":1}]}""", "OldestOverdueRotationHours")]
    [InlineData("[]", "events.json cannot be read")]
    public async Task A_file_of_rules_that_cannot_work_is_refused_before_the_store_is_served(string file, string expected)
    {
        using var line = new CommandLine();
        line.Write("events.json", file);

        Assert.Equal(2, await line.RunAsync("store", "serve", "--in-memory", "--dev-credentials", "test:test", "--events", "events.json"));

        Assert.Contains(expected, line.Error, StringComparison.Ordinal);
    }

    private static AmazonSecretsManagerClient Client(ServedStore served) => new(
        new BasicAWSCredentials("test", "test"), new AmazonSecretsManagerConfig { ServiceURL = served.Address.AbsoluteUri, AuthenticationRegion = "eu-west-1" });
}
