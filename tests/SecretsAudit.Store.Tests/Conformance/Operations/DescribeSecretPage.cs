namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html</summary>
public sealed class DescribeSecretPage : ApiPage
{
    [Fact]
    public async Task Members_without_a_value_are_absent_and_never_null()
    {
        await Create("a", value: null);

        Assert.Equal(["ARN", "Name", "LastChangedDate", "CreatedDate"], (await Ok("DescribeSecret", new { SecretId = "a" })).Members());
    }

    [Fact]
    public async Task It_never_contains_the_value()
    {
        await Create("a", "planted-value");

        Assert.DoesNotContain("planted-value", (await Ok("DescribeSecret", new { SecretId = "a" })).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_without_labels_are_not_in_the_map()
    {
        await Create("a");
        await Put("a", "second");
        await Put("a", "third");

        Assert.Equal(2, (await Stages("a")).Count);
    }

    [Fact]
    public async Task Rotation_members_appear_with_the_first_configuration_and_stay_when_it_is_cancelled()
    {
        RegisterRotation();
        await Create("a");
        Assert.False((await Ok("DescribeSecret", new { SecretId = "a" })).Has("RotationEnabled"));

        await Ok("RotateSecret", new { SecretId = "a", RotationLambdaARN = Function, RotationRules = new { AutomaticallyAfterDays = 30 } });
        var enabled = await Ok("DescribeSecret", new { SecretId = "a" });
        await Ok("CancelRotateSecret", new { SecretId = "a" });
        var cancelled = await Ok("DescribeSecret", new { SecretId = "a" });

        Assert.True(enabled.GetProperty("RotationEnabled").GetBoolean());
        Assert.Equal((Function, 30), (enabled.Text("RotationLambdaARN"), enabled.GetProperty("RotationRules").GetProperty("AutomaticallyAfterDays").GetInt32()));
        Assert.True(enabled.Has("NextRotationDate") && enabled.Has("LastRotatedDate"));
        Assert.False(cancelled.GetProperty("RotationEnabled").GetBoolean());
        Assert.Equal(Function, cancelled.Text("RotationLambdaARN"));
        Assert.False(cancelled.Has("NextRotationDate"));
    }

    [Fact]
    public async Task A_primary_and_its_replicas_name_the_primarys_region()
    {
        await Ok("CreateSecret", new { Name = "a", SecretString = "s", AddReplicaRegions = new[] { new { Region = "eu-central-1" } } });

        var primary = await Ok("DescribeSecret", new { SecretId = "a" });
        var replica = await Ok("DescribeSecret", new { SecretId = "a" }, "eu-central-1");

        Assert.Equal((Region, Region), (primary.Text("PrimaryRegion"), replica.Text("PrimaryRegion")));
        Assert.Single(primary.Items("ReplicationStatus"));
        Assert.False(replica.Has("ReplicationStatus"));
        Assert.Equal(primary.Text("ARN").Replace("eu-west-1", "eu-central-1", StringComparison.Ordinal), replica.Text("ARN"));
    }

    [Fact]
    public async Task The_tags_member_stays_as_an_empty_list_once_there_were_tags()
    {
        await Ok("CreateSecret", new { Name = "a", Tags = new[] { new { Key = "k", Value = "v" } } });

        await Ok("UntagResource", new { SecretId = "a", TagKeys = new[] { "k" } });

        Assert.Empty((await Ok("DescribeSecret", new { SecretId = "a" })).Items("Tags"));
    }

    [Fact]
    public async Task The_type_of_a_secret_that_another_service_holds_is_told()
    {
        await Ok("CreateSecret", new { Name = "a", Type = "SalesforceClientSecret" });

        Assert.Equal("SalesforceClientSecret", (await Ok("DescribeSecret", new { SecretId = "a" })).Text("Type"));
    }
}
