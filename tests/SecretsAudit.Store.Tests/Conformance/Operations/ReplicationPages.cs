namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicateSecretToRegions.html,
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RemoveRegionsFromReplication.html and
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_StopReplicationToReplica.html
/// </summary>
public sealed class ReplicationPages : ApiPage
{
    private const string There = "eu-central-1";

    [Fact]
    public async Task A_replica_follows_values_labels_tags_descriptions_and_policies()
    {
        var arn = await Create("a", "first");
        await Replicate();

        await Put("a", "second");
        await Ok("UpdateSecret", new { SecretId = "a", Description = "d" });
        await Ok("TagResource", new { SecretId = "a", Tags = new[] { new { Key = "k", Value = "v" } } });
        await Ok("PutResourcePolicy", new { SecretId = "a", ResourcePolicy = Policy });

        var replica = await Ok("DescribeSecret", new { SecretId = "a" }, There);
        Assert.Equal(arn.Replace(Region, There, StringComparison.Ordinal), replica.Text("ARN"));
        Assert.Equal("d", replica.Text("Description"));
        Assert.Single(replica.Items("Tags"));
        Assert.Equal(await Stages("a"), await Stages("a", There));
        Assert.Equal("second", (await Ok("GetSecretValue", new { SecretId = "a" }, There)).Text("SecretString"));
        Assert.Equal("first", (await Ok("GetSecretValue", new { SecretId = "a", VersionStage = "AWSPREVIOUS" }, There)).Text("SecretString"));
        Assert.Equal((await Ok("GetResourcePolicy", new { SecretId = "a" })).Text("ResourcePolicy"), (await Ok("GetResourcePolicy", new { SecretId = "a" }, There)).Text("ResourcePolicy"));
    }

    /// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicationStatusType.html</summary>
    [Fact]
    public async Task A_replica_has_its_own_day_of_creation_names_its_key_and_its_primary_says_that_it_succeeded()
    {
        await Create("a");
        await Store.PassAsync(TimeSpan.FromHours(1));
        await Replicate();
        await Store.PassAsync(TimeSpan.FromHours(1));
        await Put("a", "second");

        var (primary, replica) = (await Ok("DescribeSecret", new { SecretId = "a" }), await Ok("DescribeSecret", new { SecretId = "a" }, There));

        Assert.Equal(TestStore.Start.AddHours(1).ToUnixTimeSeconds(), replica.Seconds("CreatedDate"));
        Assert.Equal(primary.Seconds("LastChangedDate"), replica.Seconds("LastChangedDate"));
        Assert.Equal((false, "alias/aws/secretsmanager"), (primary.Has("KmsKeyId"), replica.Text("KmsKeyId")));
        var status = Assert.Single(primary.Items("ReplicationStatus"));
        Assert.Equal(("InSync", "Replication succeeded", "alias/aws/secretsmanager"), (status.Text("Status"), status.Text("StatusMessage"), status.Text("KmsKeyId")));
    }

    /// <summary>https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html</summary>
    [Fact]
    public async Task Tags_that_a_primary_had_before_it_was_replicated_leave_no_member_on_the_replica()
    {
        await Ok("CreateSecret", new { Name = "a", SecretString = "s", Tags = new[] { new { Key = "k", Value = "v" } } });
        await Ok("UntagResource", new { SecretId = "a", TagKeys = new[] { "k" } });

        await Replicate();

        Assert.Empty((await Ok("DescribeSecret", new { SecretId = "a" })).Items("Tags"));
        Assert.False((await Ok("DescribeSecret", new { SecretId = "a" }, There)).Has("Tags"));
    }

    [Fact]
    public async Task A_replica_rotates_with_its_primary()
    {
        RegisterRotation();
        await Create("a", "first");
        await Replicate();

        await Ok("RotateSecret", new { SecretId = "a", RotationLambdaARN = Function });

        Assert.Equal((await Ok("GetSecretValue", new { SecretId = "a" })).Text("SecretString"), (await Ok("GetSecretValue", new { SecretId = "a" }, There)).Text("SecretString"));
    }

    [Fact]
    public async Task A_name_that_is_taken_there_fails_that_region_and_says_why()
    {
        await Create("a", "mine");
        await Create("a", "theirs", There);

        var status = Assert.Single((await Replicate()).Items("ReplicationStatus"));

        Assert.Equal(("Failed", $"Replication failed: Secret name a already exists in region {There}."), (status.Text("Status"), status.Text("StatusMessage")));
        Assert.Equal("theirs", (await Ok("GetSecretValue", new { SecretId = "a" }, There)).Text("SecretString"));
    }

    [Fact]
    public async Task A_secret_that_is_in_the_way_is_overwritten_on_request()
    {
        await Create("a", "mine");
        await Create("a", "theirs", There);

        await Ok("ReplicateSecretToRegions", new { SecretId = "a", AddReplicaRegions = new[] { new { Region = There } }, ForceOverwriteReplicaSecret = true });

        Assert.Equal("mine", (await Ok("GetSecretValue", new { SecretId = "a" }, There)).Text("SecretString"));
    }

    [Fact]
    public async Task The_primarys_own_region_is_no_replica_region()
    {
        await Create("a");

        await Refused("InvalidParameterException", "Invalid replica region.", "ReplicateSecretToRegions", new { SecretId = "a", AddReplicaRegions = new[] { new { Region } } });
    }

    [Theory]
    [InlineData("PutSecretValue", """{"SecretId":"a","SecretString":"s","ClientRequestToken":"11111111-1111-1111-1111-111111111111"}""")]
    [InlineData("UpdateSecret", """{"SecretId":"a","Description":"d","ClientRequestToken":"11111111-1111-1111-1111-111111111111"}""")]
    [InlineData("UpdateSecretVersionStage", """{"SecretId":"a","VersionStage":"BLUE"}""")]
    [InlineData("TagResource", """{"SecretId":"a","Tags":[{"Key":"k","Value":"v"}]}""")]
    [InlineData("UntagResource", """{"SecretId":"a","TagKeys":["k"]}""")]
    [InlineData("PutResourcePolicy", """{"SecretId":"a","ResourcePolicy":"{}"}""")]
    [InlineData("DeleteResourcePolicy", """{"SecretId":"a"}""")]
    [InlineData("DeleteSecret", """{"SecretId":"a"}""")]
    [InlineData("RotateSecret", """{"SecretId":"a","ClientRequestToken":"11111111-1111-1111-1111-111111111111"}""")]
    [InlineData("CancelRotateSecret", """{"SecretId":"a"}""")]
    [InlineData("RestoreSecret", """{"SecretId":"a"}""")]
    [InlineData("ReplicateSecretToRegions", """{"SecretId":"a","AddReplicaRegions":[{"Region":"us-east-1"}]}""")]
    [InlineData("RemoveRegionsFromReplication", """{"SecretId":"a","RemoveReplicaRegions":["us-east-1"]}""")]
    public async Task Nothing_changes_a_replica_but_its_primary(string action, string request)
    {
        await Create("a");
        await Replicate();

        Assert.Equal(
            ("InvalidParameterException", "Operation not permitted on a replica secret. Call must be made in primary secret's region."),
            await Refused(action: action, request: request, region: There));
    }

    [Fact]
    public async Task Removing_a_region_deletes_the_replica_and_may_be_repeated()
    {
        await Create("a");
        await Replicate();

        var body = await Ok("RemoveRegionsFromReplication", new { SecretId = "a", RemoveReplicaRegions = new[] { There } });
        await Ok("RemoveRegionsFromReplication", new { SecretId = "a", RemoveReplicaRegions = new[] { There } });

        Assert.Empty(body.Items("ReplicationStatus"));
        Assert.Equal("ResourceNotFoundException", (await Refused("DescribeSecret", new { SecretId = "a" }, There)).Code);
        await Ok("DeleteSecret", new { SecretId = "a" });
    }

    [Fact]
    public async Task Stopping_replication_makes_the_replica_a_secret_of_its_own()
    {
        await Create("a", "first");
        await Replicate();

        var body = await Ok("StopReplicationToReplica", new { SecretId = "a" }, There);
        await Put("a", "second");
        await Ok("PutSecretValue", new { SecretId = "a", SecretString = "own" }, There);

        Assert.Equal(["ARN"], body.Members());
        Assert.Equal("own", (await Ok("GetSecretValue", new { SecretId = "a" }, There)).Text("SecretString"));
        Assert.False((await Ok("DescribeSecret", new { SecretId = "a" }, There)).Has("PrimaryRegion"));
        Assert.False((await Ok("DescribeSecret", new { SecretId = "a" })).Has("ReplicationStatus"));
    }

    [Fact]
    public async Task Replication_is_stopped_in_the_replicas_region()
    {
        await Create("a");
        await Replicate();

        Assert.Equal("InvalidParameterException", (await Refused("StopReplicationToReplica", new { SecretId = "a" })).Code);
    }

    [Fact]
    public async Task A_replica_keeps_its_own_day_of_last_access_and_the_primary_tells_it()
    {
        await Create("a");
        await Replicate();
        await Ok("GetSecretValue", new { SecretId = "a" }, There);

        var primary = await Ok("DescribeSecret", new { SecretId = "a" });

        Assert.False(primary.Has("LastAccessedDate"));
        Assert.True(primary.Items("ReplicationStatus")[0].Has("LastAccessedDate"));
    }

    private static string Policy => """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""";

    private Task<System.Text.Json.JsonElement> Replicate() => Ok("ReplicateSecretToRegions", new { SecretId = "a", AddReplicaRegions = new[] { new { Region = There } } });
}
