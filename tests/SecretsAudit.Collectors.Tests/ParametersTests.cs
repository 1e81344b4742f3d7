using SecretsAudit.Model;

namespace SecretsAudit.Collectors.Tests;

/// <summary>Parameters of Parameter Store, without their values.</summary>
public sealed class ParametersTests
{
    private const string Listed = """
        {"Parameters":[
         {"Name":"/prod/db-password","ARN":"arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db-password","Type":"SecureString","KeyId":"alias/aws/ssm","Tier":"Standard","LastModifiedDate":1700000000,"Version":3,"DataType":"text"},
         {"Name":"shared","Type":"String","Tier":"Advanced","Version":1,"Policies":[{"PolicyType":"NoChangeNotification","PolicyText":"{}","PolicyStatus":"Finished"},{"PolicyType":"Expiration","PolicyText":"{}","PolicyStatus":"Pending"}]}]}
        """;

    [Fact]
    public async Task A_parameter_comes_with_its_type_key_tier_tags_and_sharing()
    {
        var aws = new ScriptedAws().On("DescribeParameters", Listed)
            .On("ListTagsForResource", """{"TagList":[{"Key":"owner","Value":"team"}]}""")
            .On("GetResourcePolicies", """{"Policies":[{"Policy":"{}","PolicyId":"p"}]}""");

        var parameters = Parameters(await aws.ReadAsync(InventoryNeeds.Parameters | InventoryNeeds.ParameterPolicies));

        Assert.Equal(("SecureString", "alias/aws/ssm", "Standard", 3L), (parameters[0].Type.Value, parameters[0].KmsKeyId.Value, parameters[0].Tier.Value, parameters[0].Version.Value));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000), parameters[0].LastModified.Value);
        Assert.Equal("team", parameters[0].Tags.Value["owner"]);
        Assert.Equal("arn:aws:ssm:eu-west-1:123456789012:parameter/shared", parameters[1].Arn);
        Assert.Equal(["Expiration", "NoChangeNotification"], parameters[1].Policies.Value);
        Assert.Equal("{}", parameters[1].ResourcePolicy.Value);
    }

    /// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html"/>
    [Fact]
    public async Task A_standard_parameter_cannot_be_shared_so_nobody_asks_for_its_policy()
    {
        var aws = new ScriptedAws().On("DescribeParameters", Listed);

        var parameters = Parameters(await aws.ReadAsync(InventoryNeeds.ParameterPolicies));

        Assert.True(parameters[0].ResourcePolicy.IsAbsent && parameters[1].ResourcePolicy.IsAbsent);
        Assert.Single(aws.Operations, "GetResourcePolicies");
        Assert.DoesNotContain("ListTagsForResource", aws.Operations);
    }

    [Fact]
    public async Task No_value_is_ever_asked_for()
    {
        var aws = new ScriptedAws().On("DescribeParameters", Listed);

        await aws.ReadAsync(InventoryNeeds.All);

        Assert.DoesNotContain(aws.Operations, operation => operation.StartsWith("GetParameter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Denied_tags_and_policies_are_gaps_and_leave_the_facts_unknown()
    {
        var items = await new ScriptedAws().On("DescribeParameters", Listed).Denies("ListTagsForResource", "GetResourcePolicies").ReadAsync(InventoryNeeds.All);

        Assert.All(Parameters(items), parameter => Assert.True(parameter.Tags.IsUnknown));
        Assert.True(Parameters(items)[1].ResourcePolicy.IsUnknown);
        Assert.Equal(["ssm:ListTagsForResource", "ssm:ListTagsForResource", "ssm:GetResourcePolicies"], items.Gaps().Select(gap => gap.Operation));
    }

    [Fact]
    public async Task Parameters_and_accounts_survive_the_inventory_file()
    {
        var aws = new ScriptedAws().On("DescribeParameters", Listed)
            .On("DescribeTrails", """{"trailList":[{"TrailARN":"arn:trail","IsMultiRegionTrail":true}]}""").On("GetTrailStatus", """{"IsLogging":true}""");
        using var file = new MemoryStream();
        var request = new InventoryRequest { AsOf = ScriptedAws.Now, Needs = InventoryNeeds.All };
        await InventoryFile.WriteAsync(aws.Source(), request, file, CancellationToken.None);
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, file.ToArray());
            var read = await new InventoryFileSource(path).ReadAllAsync();

            Assert.Equal(Parameters(await aws.ReadAsync(InventoryNeeds.All)).Select(parameter => (parameter.Arn, parameter.Type, parameter.Version)), Parameters(read).Select(parameter => (parameter.Arn, parameter.Type, parameter.Version)));
            Assert.True(Assert.Single(Assert.Single(read.OfType<InventoryItem.OfAccount>()).Account.Trails.Value).IsLogging.Value);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static List<Parameter> Parameters(IEnumerable<InventoryItem> items) => [.. items.OfType<InventoryItem.OfParameter>().Select(item => item.Parameter)];
}
