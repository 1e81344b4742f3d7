using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors.Tests;

/// <summary>What cannot be read is a gap, and the facts it would have given are unknown: never absent, never a pass.</summary>
public sealed class GapsTests
{
    private const string Two = """{"SecretList":[{"ARN":"arn:a","Name":"a","PrimaryRegion":"eu-west-1"},{"ARN":"arn:b","Name":"b"}]}""";

    [Fact]
    public async Task A_denied_policy_read_is_not_a_secret_without_a_policy()
    {
        var items = await new ScriptedAws().On("ListSecrets", Two).Denies("GetResourcePolicy").ReadAsync(InventoryNeeds.ResourcePolicy);

        Assert.All(items.Secrets(), secret => Assert.True(secret.ResourcePolicy.IsUnknown));
        Assert.All(items.Secrets(), secret => Assert.True(secret.Description.IsAbsent));
        Assert.Contains("AccessDeniedException", items.Secrets()[0].ResourcePolicy.UnknownReason, StringComparison.Ordinal);
        var gap = items.Gaps()[0];
        Assert.Equal(
            new Gap
            {
                Operation = "secretsmanager:GetResourcePolicy", Subject = "arn:a", Scope = new("123456789012", "eu-west-1"), Kind = GapKind.Denied,
                Reason = "AccessDeniedException: not authorized to perform: GetResourcePolicy",
                Remedy = "Allow secretsmanager:GetResourcePolicy to the principal that runs the audit.",
            },
            gap);
    }

    [Fact]
    public async Task Gaps_beyond_a_thousand_alike_are_told_as_one_and_every_secret_stays_unknown()
    {
        var aws = new ScriptedAws().Denies("GetResourcePolicy").On("ListSecrets", call =>
        {
            var page = int.Parse(call["NextToken"] ?? "0");
            var entries = Enumerable.Range(page * 100, 100).Select(i => $$"""{"ARN":"arn:{{i}}","Name":"{{i}}"}""");
            return (200, $$"""{"SecretList":[{{string.Join(',', entries)}}]{{(page < 10 ? $",\"NextToken\":\"{page + 1}\"" : "")}}}""");
        });
        var items = await aws.ReadAsync(InventoryNeeds.ResourcePolicy);

        Assert.Equal(1001, items.Gaps().Count);
        Assert.StartsWith("100 more like the last: AccessDeniedException", items.Gaps()[^1].Reason, StringComparison.Ordinal);
        Assert.Equal("123456789012/eu-west-1", items.Gaps()[^1].Subject);
        Assert.Equal(1100, items.Secrets().Count(secret => secret.ResourcePolicy.IsUnknown));
        Assert.IsType<InventoryItem.ScopeRead>(items[^1]);
    }

    [Fact]
    public async Task A_denied_description_leaves_the_replicas_unknown_and_the_rest_known()
    {
        var items = await new ScriptedAws().On("ListSecrets", Two).Denies("DescribeSecret").ReadAsync(InventoryNeeds.Description);

        Assert.True(items.Secrets()[0].Replicas.IsUnknown);
        Assert.True(items.Secrets()[0].Tags.IsKnown);
        Assert.Equal("secretsmanager:DescribeSecret", Assert.Single(items.Gaps()).Operation);
    }

    [Fact]
    public async Task A_denied_list_is_a_gap_of_the_whole_scope()
    {
        var items = await new ScriptedAws().Denies("ListSecrets", "ListKeys", "ListAliases", "LookupEvents", "DescribeComplianceByConfigRule").ReadAsync(InventoryNeeds.Secrets);

        Assert.Equal(
            ["kms:ListAliases", "kms:ListKeys", "config:DescribeComplianceByConfigRule", "cloudtrail:LookupEvents", "secretsmanager:ListSecrets"],
            items.Gaps().Select(gap => gap.Operation));
        Assert.All(items.Gaps(), gap => Assert.Equal("123456789012/eu-west-1", gap.Subject));
        Assert.IsType<InventoryItem.ScopeRead>(items[^1]);
    }

    [Fact]
    public async Task A_list_that_fails_on_its_second_page_keeps_the_first_and_says_so()
    {
        var items = await new ScriptedAws()
            .On("ListSecrets", call => call["NextToken"] is null
                ? (200, """{"SecretList":[{"ARN":"arn:a","Name":"a"}],"NextToken":"t"}""")
                : (400, """{"__type":"InvalidNextTokenException","Message":"expired"}"""))
            .ReadAsync(InventoryNeeds.Description);

        Assert.Equal("a", Assert.Single(items.Secrets()).Name);
        Assert.Equal(GapKind.Failed, Assert.Single(items.Gaps()).Kind);
    }

    [Fact]
    public async Task A_list_whose_page_names_itself_as_the_next_ends_in_a_gap()
    {
        var items = await new ScriptedAws().On("ListSecrets", """{"SecretList":[{"ARN":"arn:a","Name":"a"}],"NextToken":"t"}""").ReadAsync(InventoryNeeds.Description);

        Assert.Contains("never ends", Assert.Single(items.Gaps()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_is_throttled_once_leaves_no_gap()
    {
        var items = await new ScriptedAws()
            .On("ListSecrets", (400, """{"__type":"ThrottlingException","Message":"Rate exceeded"}"""), (200, Two)).ReadAsync(InventoryNeeds.Versions);

        Assert.Empty(items.Gaps());
        Assert.Equal(2, items.Secrets().Count);
    }

    [Fact]
    public async Task A_call_that_stays_throttled_is_a_gap()
    {
        var items = await new ScriptedAws().On("ListSecrets", (400, """{"__type":"ThrottlingException","Message":"Rate exceeded"}""")).ReadAsync(InventoryNeeds.Description);

        var gap = Assert.Single(items.Gaps());
        Assert.Equal((GapKind.Throttled, "ThrottlingException: Rate exceeded"), (gap.Kind, gap.Reason));
    }

    [Theory]
    [InlineData("""{"SecretList":[{"ARN":"arn:a","Na""")]
    [InlineData("<html>please sign in</html>")]
    [InlineData("""{"SecretList":{"not":"a list"}}""")]
    public async Task An_answer_that_AWS_would_not_send_is_a_gap_and_is_not_repeated_in_the_report(string body)
    {
        var items = await new ScriptedAws().On("ListSecrets", body).ReadAsync(InventoryNeeds.Description);

        var gap = Assert.Single(items.Gaps());
        Assert.Equal((GapKind.Failed, "the answer is not what AWS would send"), (gap.Kind, gap.Reason));
    }

    [Fact]
    public async Task A_listed_secret_without_an_ARN_is_a_gap_and_its_neighbours_are_read()
    {
        var items = await new ScriptedAws().On("ListSecrets", """{"SecretList":[{"Name":"odd"},{"ARN":"arn:b","Name":"b"}]}""").ReadAsync(InventoryNeeds.Description);

        Assert.Equal("odd", Assert.Single(items.Gaps()).Subject);
        Assert.Equal("b", Assert.Single(items.Secrets()).Name);
    }

    [Fact]
    public async Task What_a_service_writes_is_one_bounded_line_in_the_gap()
    {
        var items = await new ScriptedAws()
            .On("ListSecrets", (400, $$"""{"__type":"Strange","Message":"a\u001b[31m\nb{{new string('x', 3000)}}"}""")).ReadAsync(InventoryNeeds.Description);

        var reason = Assert.Single(items.Gaps()).Reason;
        Assert.True(reason.Length <= 500);
        Assert.DoesNotContain(reason, char.IsControl);
    }

    [Fact]
    public async Task A_read_that_a_secret_refuses_because_it_is_being_deleted_is_unknown_and_no_gap()
    {
        var items = await new ScriptedAws().On("ListSecrets", """{"SecretList":[{"ARN":"arn:a","Name":"a","DeletedDate":1700000000}]}""")
            .On("GetResourcePolicy", (400, """{"__type":"InvalidRequestException","Message":"You can't perform this operation on the secret because it was marked for deletion."}"""))
            .ReadAsync(InventoryNeeds.ResourcePolicy);

        Assert.Contains("marked for deletion", items.Secrets()[0].ResourcePolicy.UnknownReason, StringComparison.Ordinal);
        Assert.Empty(items.Gaps());
    }

    [Fact]
    public async Task An_endpoint_that_nobody_serves_is_named_with_what_to_do()
    {
        var source = new AwsInventorySource(
            [ScriptedAws.Target(null, "eu-west-1")], new AwsConnection { Endpoint = new Uri($"http://127.0.0.1:{FreePort()}") }, TimeProvider.System);
        var items = await source.ReadAllAsync();

        var gap = Assert.Single(items.Gaps());
        Assert.Equal(GapKind.Unreachable, gap.Kind);
        Assert.Equal("sts:GetCallerIdentity", gap.Operation);
        Assert.Contains("http://127.0.0.1:", gap.Reason, StringComparison.Ordinal);
        Assert.Contains("--endpoint-url", gap.Remedy, StringComparison.Ordinal);
        Assert.Single(items);
    }

    [Fact]
    public async Task An_endpoint_that_never_answers_is_unreachable_after_the_time_allowed()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var connection = new AwsConnection { Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}"), CallTimeout = TimeSpan.FromMilliseconds(200) };
        var items = await new AwsInventorySource([ScriptedAws.Target("123456789012", "eu-west-1")], connection, TimeProvider.System).ReadAllAsync();

        Assert.Equal(
            ["kms:ListAliases", "kms:ListKeys", "config:DescribeComplianceByConfigRule", "cloudtrail:LookupEvents", "secretsmanager:ListSecrets"],
            items.Gaps().Select(gap => gap.Operation));
        Assert.All(items.Gaps(), gap => Assert.Equal((GapKind.Unreachable, true), (gap.Kind, gap.Reason.EndsWith("no answer within the time allowed", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Credentials_that_are_not_accepted_are_a_gap_of_their_own_target_alone()
    {
        var aws = new ScriptedAws().On("GetCallerIdentity", call => call.AccessKey == "AKIDbad"
            ? (403, "<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>The security token included in the request is invalid.</Message></Error></ErrorResponse>")
            : (200, "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>210987654321</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"));
        var items = await aws.ReadAsync(
            InventoryNeeds.Description, null,
            ScriptedAws.Target(null, "eu-west-1") with { Label = "bad", Credentials = new BasicAWSCredentials("AKIDbad", "example") },
            ScriptedAws.Target(null, "eu-west-1", "us-east-1"));

        var gap = Assert.Single(items.Gaps());
        Assert.Equal((GapKind.Denied, "bad (eu-west-1)"), (gap.Kind, gap.Subject));
        Assert.Contains("credentials", gap.Remedy, StringComparison.Ordinal);
        Assert.Equal(
            [new Scope("210987654321", "eu-west-1"), new Scope("210987654321", "us-east-1")],
            items.OfType<InventoryItem.ScopeRead>().Select(read => read.Scope));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
