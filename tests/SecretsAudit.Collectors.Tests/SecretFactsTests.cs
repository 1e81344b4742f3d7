using SecretsAudit.Model;

namespace SecretsAudit.Collectors.Tests;

/// <summary>What ListSecrets and its companions say becomes facts.</summary>
/// <remarks>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html</remarks>
public sealed class SecretFactsTests
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:pay/db-AbCdEf";

    [Fact]
    public async Task A_listed_secret_keeps_every_fact_AWS_gives()
    {
        var secret = await OneAsync("""
            "Description":"the ledger's database","KmsKeyId":"alias/pay","RotationEnabled":true,
            "RotationLambdaARN":"arn:aws:lambda:eu-west-1:123456789012:function:rotate",
            "RotationRules":{"AutomaticallyAfterDays":30,"Duration":"3h"},
            "LastRotatedDate":1700000000.5,"LastChangedDate":1700000100,"LastAccessedDate":1699920000,"CreatedDate":1600000000,
            "NextRotationDate":1702592000,"OwningService":"rds","PrimaryRegion":"us-east-1",
            "Tags":[{"Key":"team","Value":"pay"},{"Key":"empty","Value":""}],
            "SecretVersionsToStages":{"v2":["AWSPREVIOUS"],"v1":["AWSCURRENT"]}
            """);

        Assert.Equal(Arn, secret.Arn);
        Assert.Equal("pay/db", secret.Name);
        Assert.Equal(new Scope("123456789012", "eu-west-1"), secret.Scope);
        Assert.Equal("the ledger's database", secret.Description.Value);
        Assert.Equal("alias/pay", secret.KmsKeyId.Value);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1700000000500), secret.LastRotated.Value);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000100), secret.LastChanged.Value);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1699920000), secret.LastAccessed.Value);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1600000000), secret.CreatedAt.Value);
        Assert.True(secret.DeletedAt.IsAbsent);
        Assert.Equal("rds", secret.OwningService.Value);
        Assert.Equal("us-east-1", secret.PrimaryRegion.Value);
        Assert.Equal([new("empty", ""), new("team", "pay")], secret.Tags.Value.OrderBy(tag => tag.Key));
        Assert.Equal(["v1", "v2"], secret.Versions.Value.Select(version => version.Id));
        Assert.Equal(["AWSCURRENT"], secret.Versions.Value[0].StagingLabels);
        Assert.True(secret.Rotation.Enabled.Value);
        Assert.Equal(30, secret.Rotation.AutomaticallyAfterDays.Value);
        Assert.Equal(TimeSpan.FromHours(3), secret.Rotation.WindowDuration.Value);
        Assert.True(secret.Rotation.ScheduleExpression.IsAbsent);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1702592000), secret.Rotation.Next.Value);
        Assert.Equal(new FactOrigin("secretsmanager:ListSecrets", ScriptedAws.Now), secret.Description.Origin);
    }

    [Fact]
    public async Task What_AWS_leaves_out_is_absent_and_rotation_that_never_was_is_off()
    {
        var secret = await OneAsync("\"CreatedDate\":1600000000");

        Assert.True(secret.Description.IsAbsent);
        Assert.True(secret.KmsKeyId.IsAbsent);
        Assert.True(secret.LastAccessed.IsAbsent);
        Assert.True(secret.LastRotated.IsAbsent);
        Assert.False(secret.Rotation.Enabled.Value);
        Assert.Empty(secret.Tags.Value);
        Assert.Empty(secret.Versions.Value);
        Assert.Empty(secret.Replicas.Value);
    }

    [Fact]
    public async Task The_days_that_AWS_works_out_from_an_expression_are_no_setting()
    {
        var secret = await OneAsync(""" "RotationRules":{"AutomaticallyAfterDays":7,"ScheduleExpression":"rate(7 days)","Duration":"whenever"} """);

        Assert.Equal("rate(7 days)", secret.Rotation.ScheduleExpression.Value);
        Assert.True(secret.Rotation.AutomaticallyAfterDays.IsAbsent);
        Assert.True(secret.Rotation.WindowDuration.IsUnknown);
    }

    [Fact]
    public async Task What_no_rule_needs_is_not_read_and_stays_unknown()
    {
        var aws = new ScriptedAws().On("ListSecrets", Listing(""));
        var secret = Assert.Single((await aws.ReadAsync(InventoryNeeds.Description)).Secrets());

        Assert.Equal(["ListSecrets"], aws.Operations);
        Assert.Equal("not read", secret.ResourcePolicy.UnknownReason);
        Assert.Equal("not read", secret.Usage.UnknownReason);
    }

    [Fact]
    public async Task Keys_alone_are_read_without_listing_secrets()
    {
        var aws = new ScriptedAws();
        await aws.ReadAsync(InventoryNeeds.Keys);

        Assert.DoesNotContain("ListSecrets", aws.Operations);
    }

    [Fact]
    public async Task Secrets_that_are_scheduled_for_deletion_are_asked_for()
    {
        var aws = new ScriptedAws().On("ListSecrets", Listing("\"DeletedDate\":1700000000"));
        var secret = Assert.Single((await aws.ReadAsync(InventoryNeeds.Description)).Secrets());

        Assert.Equal("True", aws.Calls.Single()["IncludePlannedDeletion"]);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000), secret.DeletedAt.Value);
    }

    [Fact]
    public async Task A_policy_is_its_text_or_absent()
    {
        var aws = new ScriptedAws().On("ListSecrets", """{"SecretList":[{"ARN":"arn:a","Name":"a"},{"ARN":"arn:b","Name":"b"}]}""")
            .On("GetResourcePolicy", call => (200, call["SecretId"] == "arn:a" ? """{"ResourcePolicy":"{\"Version\":\"2012-10-17\"}"}""" : "{}"));
        var secrets = (await aws.ReadAsync(InventoryNeeds.ResourcePolicy)).Secrets();

        Assert.Equal("""{"Version":"2012-10-17"}""", secrets[0].ResourcePolicy.Value);
        Assert.True(secrets[1].ResourcePolicy.IsAbsent);
    }

    [Fact]
    public async Task Only_a_replicated_primary_is_described_for_its_replicas()
    {
        var aws = new ScriptedAws()
            .On("ListSecrets", """
                {"SecretList":[{"ARN":"arn:plain","Name":"plain"},{"ARN":"arn:primary","Name":"primary","PrimaryRegion":"eu-west-1"},
                 {"ARN":"arn:replica","Name":"replica","PrimaryRegion":"us-east-1"}]}
                """)
            .On("DescribeSecret", """{"ReplicationStatus":[{"Region":"us-east-1","Status":"Failed","StatusMessage":"key gone","KmsKeyId":"k","LastAccessedDate":1699920000}]}""");
        var secrets = (await aws.ReadAsync(InventoryNeeds.Description)).Secrets();

        Assert.Equal("arn:primary", Assert.Single(aws.Calls, call => call.Operation == "DescribeSecret")["SecretId"]);
        Assert.Empty(secrets[0].Replicas.Value);
        Assert.Equal(
            new Replica { Region = "us-east-1", Status = "Failed", StatusMessage = "key gone", KmsKeyId = "k", LastAccessed = DateTimeOffset.FromUnixTimeSeconds(1699920000) },
            Assert.Single(secrets[1].Replicas.Value));
        Assert.Empty(secrets[2].Replicas.Value);
    }

    [Fact]
    public async Task Versions_come_with_their_creation_times_from_all_pages()
    {
        var aws = new ScriptedAws().On("ListSecrets", Listing(""))
            .On("ListSecretVersionIds", call => (200, call["NextToken"] is null
                ? """{"Versions":[{"VersionId":"v1","VersionStages":["AWSCURRENT"],"CreatedDate":1600000000}],"NextToken":"t"}"""
                : """{"Versions":[{"VersionId":"v2","VersionStages":["AWSPREVIOUS"]}]}"""));
        var versions = Assert.Single((await aws.ReadAsync(InventoryNeeds.Versions)).Secrets()).Versions.Value;

        Assert.Equal(["v1", "v2"], versions.Select(version => version.Id));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1600000000), versions[0].CreatedAt.Value);
        Assert.True(versions[1].CreatedAt.IsAbsent);
    }

    [Fact]
    public async Task Secrets_come_page_after_page_in_AWSs_order()
    {
        var aws = new ScriptedAws().On("ListSecrets", call =>
        {
            var page = int.Parse(call["NextToken"] ?? "0");
            var entries = Enumerable.Range(page * 100, 100).Select(i => $$"""{"ARN":"arn:{{i}}","Name":"{{i}}"}""");
            return (200, $$"""{"SecretList":[{{string.Join(',', entries)}}]{{(page < 4 ? $",\"NextToken\":\"{page + 1}\"" : "")}}}""");
        });
        var secrets = (await aws.ReadAsync(InventoryNeeds.Description | InventoryNeeds.ResourcePolicy)).Secrets();

        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"{i}"), secrets.Select(secret => secret.Name));
        Assert.Equal(5, aws.Operations.Count(operation => operation == "ListSecrets"));
    }

    private static string Listing(string members) =>
        $$"""{"SecretList":[{"ARN":"{{Arn}}","Name":"pay/db"{{(members.Length == 0 ? "" : ",")}}{{members}}}]}""";

    private static async Task<Secret> OneAsync(string members) =>
        Assert.Single((await new ScriptedAws().On("ListSecrets", Listing(members)).ReadAsync(InventoryNeeds.Description)).Secrets());
}
