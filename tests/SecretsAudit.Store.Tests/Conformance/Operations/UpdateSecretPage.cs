namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecret.html</summary>
public sealed class UpdateSecretPage : ApiPage
{
    [Fact]
    public async Task A_description_alone_makes_no_version()
    {
        var before = await Create("a");

        var body = await Ok("UpdateSecret", new { SecretId = "a", Description = "of the orders" });

        Assert.Equal(["ARN", "Name"], body.Members());
        Assert.Equal(before, body.Text("ARN"));
        Assert.Single(await Stages("a"));
        Assert.Equal("of the orders", (await Ok("DescribeSecret", new { SecretId = "a" })).Text("Description"));
    }

    [Fact]
    public async Task A_value_makes_a_current_version()
    {
        var first = (await Ok("CreateSecret", new { Name = "a", SecretString = "first" })).Text("VersionId");

        var body = await Ok("UpdateSecret", new { SecretId = "a", SecretString = "second", ClientRequestToken = Token });

        Assert.Equal(Token, body.Text("VersionId"));
        var stages = await Stages("a");
        Assert.Equal(["AWSPREVIOUS"], stages[first]);
        Assert.Equal(["AWSCURRENT"], stages[Token]);
    }

    [Fact]
    public async Task What_is_not_given_stays()
    {
        await Ok("CreateSecret", new { Name = "a", SecretString = "first", Description = "d", Tags = new[] { new { Key = "k", Value = "v" } } });

        await Ok("UpdateSecret", new { SecretId = "a", SecretString = "second" });

        var body = await Ok("DescribeSecret", new { SecretId = "a" });
        Assert.Equal("d", body.Text("Description"));
        Assert.Single(body.Items("Tags"));
    }

    [Fact]
    public async Task An_empty_description_takes_it_away()
    {
        await Ok("CreateSecret", new { Name = "a", Description = "d" });

        await Ok("UpdateSecret", new { SecretId = "a", Description = "" });

        Assert.False((await Ok("DescribeSecret", new { SecretId = "a" })).Has("Description"));
    }

    [Fact]
    public async Task The_token_of_a_version_with_another_value_is_refused()
    {
        var arn = (await Ok("CreateSecret", new { Name = "a", SecretString = "first", ClientRequestToken = Token })).Text("ARN");

        await Refused(
            "ResourceExistsException", $"You can't use ClientRequestToken {Token} because that value is already in use for a version of secret {arn}.",
            "UpdateSecret", new { SecretId = "a", SecretString = "second", ClientRequestToken = Token });
        Assert.Equal(Token, (await Ok("UpdateSecret", new { SecretId = "a", SecretString = "first", ClientRequestToken = Token })).Text("VersionId"));
    }

    [Fact]
    public async Task Another_key_re_encrypts_the_labelled_versions_and_leaves_the_deprecated_ones()
    {
        var oldest = (await Ok("CreateSecret", new { Name = "a", SecretString = "first" })).Text("VersionId");
        await Put("a", "second");
        var current = await Put("a", "third");
        var key = (await Store.Do(new Store.Operations.Kms.CreateKey.Request { })).KeyMetadata.Arn;

        await Ok("UpdateSecret", new { SecretId = "a", KmsKeyId = key });

        var versions = (await Ok("ListSecretVersionIds", new { SecretId = "a", IncludeDeprecated = true })).Items("Versions").ToDictionary(version => version.Text("VersionId"));
        Assert.Equal(["DefaultEncryptionKey"], versions[oldest].GetProperty("KmsKeyIds").Strings());
        Assert.Equal([key, "DefaultEncryptionKey"], versions[current].GetProperty("KmsKeyIds").Strings());
        Assert.Equal("third", (await Ok("GetSecretValue", new { SecretId = "a" })).Text("SecretString"));
        Assert.Equal("first", (await Ok("GetSecretValue", new { SecretId = "a", VersionId = oldest })).Text("SecretString"));
    }

    [Fact]
    public async Task An_empty_key_goes_back_to_the_default_one()
    {
        var key = (await Store.Do(new Store.Operations.Kms.CreateKey.Request { })).KeyMetadata.Arn;
        await Ok("CreateSecret", new { Name = "a", SecretString = "first", KmsKeyId = key });
        Assert.Equal(key, (await Ok("DescribeSecret", new { SecretId = "a" })).Text("KmsKeyId"));

        await Ok("UpdateSecret", new { SecretId = "a", KmsKeyId = "" });

        Assert.False((await Ok("DescribeSecret", new { SecretId = "a" })).Has("KmsKeyId"));
    }

    [Fact]
    public async Task Every_update_changes_the_date_of_the_last_change()
    {
        await Create("a");
        await Store.PassAsync(TimeSpan.FromMinutes(90));

        await Ok("UpdateSecret", new { SecretId = "a", Description = "d" });

        Assert.Equal(TestStore.Start.AddMinutes(90).ToUnixTimeSeconds(), (await Ok("DescribeSecret", new { SecretId = "a" })).Seconds("LastChangedDate"));
    }

    [Fact]
    public async Task Neither_a_secret_pending_deletion_nor_a_replica_nor_a_missing_one_is_updated()
    {
        await Create("gone");
        await Ok("DeleteSecret", new { SecretId = "gone" });
        await Ok("CreateSecret", new { Name = "copied", AddReplicaRegions = new[] { new { Region = "eu-central-1" } } });

        await Refused("InvalidRequestException", "You can't perform this operation on the secret because it was marked for deletion.", "UpdateSecret", new { SecretId = "gone", Description = "d" });
        await Refused(
            "InvalidParameterException", "Operation not permitted on a replica secret. Call must be made in primary secret's region.",
            "UpdateSecret", new { SecretId = "copied", Description = "d" }, "eu-central-1");
        await Refused("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", "UpdateSecret", new { SecretId = "none", Description = "d" });
    }
}
