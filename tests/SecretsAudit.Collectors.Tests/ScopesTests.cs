using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors.Tests;

/// <summary>Accounts and regions are read side by side, told one after the other, and never for a value.</summary>
public sealed class ScopesTests
{
    [Fact]
    public async Task A_scopes_keys_come_before_its_secrets_and_its_end_comes_last_in_the_same_order_every_time()
    {
        string[] regions = ["eu-west-1", "eu-west-2", "eu-west-3", "us-east-1", "us-east-2", "ap-south-1"];
        AwsTarget[] targets = [ScriptedAws.Target("111111111111", regions), ScriptedAws.Target("222222222222", regions)];

        for (var round = 0; round < 3; round++)
        {
            var items = await Estate().ReadAsync(InventoryNeeds.Secrets, new AwsConnection { ParallelScopes = 5, ParallelCalls = 3 }, targets);
            var expected = targets.SelectMany(target => target.Regions.SelectMany(region => new[]
            {
                $"key {target.Account}/{region}", $"rule {target.Account}/{region}", $"secret {target.Account}/{region}", $"end {target.Account}/{region}",
            }));
            Assert.Equal(expected, items.Select(Name));
        }
    }

    [Fact]
    public async Task Each_scope_is_read_with_its_own_credentials_in_its_own_region()
    {
        var aws = Estate();
        await aws.ReadAsync(InventoryNeeds.Description, null, ScriptedAws.Target("111111111111", "eu-west-1"), ScriptedAws.Target("222222222222", "us-east-1"));

        Assert.Equal(
            [("AKID111111111111", "eu-west-1"), ("AKID222222222222", "us-east-1")],
            aws.Calls.Select(call => (call.AccessKey, call.Region)).Distinct().Order());
    }

    [Fact]
    public async Task Stopping_stops_every_scope()
    {
        using var stop = new CancellationTokenSource();
        var source = new ScriptedAws()
            .On("ListSecrets", call => (200, $$"""{"SecretList":[{"ARN":"arn","Name":"n"}],"NextToken":"{{Guid.NewGuid()}}"}"""))
            .Source(new AwsConnection { ParallelScopes = 2 }, ScriptedAws.Target("111111111111", "eu-west-1", "eu-west-2", "eu-west-3"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in source.ReadAsync(new InventoryRequest { AsOf = ScriptedAws.Now, Needs = InventoryNeeds.Description }, stop.Token))
                await stop.CancelAsync();
        });
    }

    [Fact]
    public async Task Whoever_stops_listening_leaves_no_reading_behind()
    {
        var aws = new ScriptedAws().On("ListSecrets", call => (200, $$"""{"SecretList":[{"ARN":"arn","Name":"n"}],"NextToken":"{{Guid.NewGuid()}}"}"""));
        await foreach (var _ in aws.Source().ReadAsync(new InventoryRequest { AsOf = ScriptedAws.Now, Needs = InventoryNeeds.Description }, CancellationToken.None))
            break;

        var calls = aws.Calls.Count;
        await Task.Delay(50);
        Assert.Equal(calls, aws.Calls.Count);
    }

    [Fact]
    public async Task Progress_names_the_scope_and_counts_its_secrets()
    {
        var seen = new List<CollectionProgress>();
        var request = new InventoryRequest { AsOf = ScriptedAws.Now, Needs = InventoryNeeds.Description, Progress = new Listener(seen) };
        await foreach (var _ in Estate().Source().ReadAsync(request, CancellationToken.None))
        {
        }

        Assert.Equal([new CollectionProgress(new("123456789012", "eu-west-1"), 1, "secrets")], seen);
    }

    [Fact]
    public async Task No_call_ever_asks_for_a_value()
    {
        var aws = Estate();
        await aws.ReadAsync(InventoryNeeds.Secrets);

        Assert.Contains("GetResourcePolicy", aws.Operations);
        Assert.DoesNotContain("GetSecretValue", aws.Operations);
        Assert.DoesNotContain("BatchGetSecretValue", aws.Operations);
    }

    [Fact]
    public void The_assembly_cannot_name_the_operations_that_return_a_value()
    {
        using var file = new PEReader(File.OpenRead(typeof(AwsInventorySource).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var named = metadata.MemberReferences.Select(handle => metadata.GetString(metadata.GetMemberReference(handle).Name))
            .Concat(metadata.TypeReferences.Select(handle => metadata.GetString(metadata.GetTypeReference(handle).Name))).ToList();

        Assert.Contains("ListSecretsAsync", named);
        Assert.DoesNotContain(named, name => name.Contains("GetSecretValue", StringComparison.Ordinal) || name.Contains("SecretString", StringComparison.Ordinal));
    }

    [Fact]
    public void A_source_says_what_it_reads_without_its_credentials()
    {
        var target = ScriptedAws.Target("111111111111", "eu-west-1", "eu-west-2") with { Label = "profile audit" };
        string Said(AwsConnection connection) => new AwsInventorySource([target], connection, TimeProvider.System).Description;

        Assert.Equal("AWS (profile audit; 2 regions)", Said(new()));
        Assert.Equal("AWS endpoint http://127.0.0.1:4599/ (profile audit; 2 regions)", Said(new() { Endpoint = new Uri("http://127.0.0.1:4599") }));
        Assert.Equal("store in this process (profile audit; 2 regions)", new ScriptedAws().Source(null, target).Description);
    }

    private static ScriptedAws Estate() => new ScriptedAws()
        .On("ListKeys", """{"Keys":[{"KeyId":"k","KeyArn":"arn:k"}]}""")
        .On("DescribeComplianceByConfigRule", """{"ComplianceByConfigRules":[{"ConfigRuleName":"secretsmanager-using-cmk","Compliance":{"ComplianceType":"NON_COMPLIANT","ComplianceContributorCount":{"CappedCount":3}}}]}""")
        .On("ListSecrets", """{"SecretList":[{"ARN":"arn:s","Name":"s","PrimaryRegion":"eu-west-1"}]}""");

    private static string Name(InventoryItem item) => item switch
    {
        InventoryItem.OfKey(var key) => $"key {key.Scope}",
        InventoryItem.OfConfigRule(var rule) => $"rule {rule.Scope}",
        InventoryItem.OfSecret(var secret) => $"secret {secret.Scope}",
        InventoryItem.ScopeRead(var scope) => $"end {scope}",
        _ => $"other {item}",
    };

    private sealed class Listener(List<CollectionProgress> seen) : IProgress<CollectionProgress>
    {
        public void Report(CollectionProgress value) => seen.Add(value);
    }
}
