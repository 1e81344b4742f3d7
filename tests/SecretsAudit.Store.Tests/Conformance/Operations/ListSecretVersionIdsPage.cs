namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecretVersionIds.html</summary>
public sealed class ListSecretVersionIdsPage : ApiPage
{
    [Fact]
    public async Task Deprecated_versions_are_listed_on_request_only_and_without_a_labels_member()
    {
        await Create("a");
        await Put("a", "second");
        await Put("a", "third");

        var labelled = (await Ok("ListSecretVersionIds", new { SecretId = "a" })).Items("Versions");
        var all = (await Ok("ListSecretVersionIds", new { SecretId = "a", IncludeDeprecated = true })).Items("Versions");

        Assert.Equal(2, labelled.Count);
        Assert.Equal(3, all.Count);
        Assert.Equal(["VersionId", "CreatedDate", "KmsKeyIds"], Assert.Single(all, version => !version.Has("VersionStages")).Members());
    }

    [Fact]
    public async Task Versions_under_the_default_key_say_so()
    {
        await Create("a");

        Assert.Equal(["DefaultEncryptionKey"], (await Ok("ListSecretVersionIds", new { SecretId = "a" })).Items("Versions")[0].GetProperty("KmsKeyIds").Strings());
    }

    [Fact]
    public async Task A_version_has_its_own_day_of_last_access()
    {
        await Create("a");
        await Put("a", "second");
        await Ok("GetSecretValue", new { SecretId = "a" });

        var versions = (await Ok("ListSecretVersionIds", new { SecretId = "a" })).Items("Versions");

        Assert.True(Assert.Single(versions, version => version.GetProperty("VersionStages").Strings().Contains("AWSCURRENT")).Has("LastAccessedDate"));
        Assert.False(Assert.Single(versions, version => version.GetProperty("VersionStages").Strings().Contains("AWSPREVIOUS")).Has("LastAccessedDate"));
    }

    [Fact]
    public async Task It_pages()
    {
        await Create("a");
        await Put("a", "second");

        var first = await Ok("ListSecretVersionIds", new { SecretId = "a", MaxResults = 1 });
        var second = await Ok("ListSecretVersionIds", new { SecretId = "a", MaxResults = 1, NextToken = first.Text("NextToken") });

        Assert.NotEqual(first.Items("Versions")[0].Text("VersionId"), second.Items("Versions")[0].Text("VersionId"));
        Assert.False(second.Has("NextToken"));
        await Refused("InvalidNextTokenException", "The NextToken value is invalid.", "ListSecretVersionIds", new { SecretId = "a", NextToken = "x" });
    }

    [Fact]
    public async Task A_missing_secret_has_no_versions() =>
        await Refused("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", "ListSecretVersionIds", new { SecretId = "none" });
}
