namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html</summary>
public sealed class GetSecretValuePage : ApiPage
{
    [Fact]
    public async Task The_answer_has_the_value_its_version_and_its_labels()
    {
        var arn = await Create();

        var body = await Ok("GetSecretValue", new { SecretId = "app/db" });

        Assert.Equal(["ARN", "Name", "VersionId", "SecretString", "VersionStages", "CreatedDate"], body.Members());
        Assert.Equal((arn, "app/db", "planted"), (body.Text("ARN"), body.Text("Name"), body.Text("SecretString")));
        Assert.Equal(["AWSCURRENT"], body.GetProperty("VersionStages").Strings());
        Assert.Equal(TestStore.Start.ToUnixTimeSeconds(), body.Seconds("CreatedDate"));
    }

    [Fact]
    public async Task Bytes_come_back_in_base64_and_not_as_text()
    {
        await Ok("CreateSecret", new { Name = "a", SecretBinary = "AAEC/w==" });

        var body = await Ok("GetSecretValue", new { SecretId = "a" });

        Assert.Equal("AAEC/w==", body.Text("SecretBinary"));
        Assert.False(body.Has("SecretString"));
    }

    [Fact]
    public async Task Without_a_version_or_a_label_it_is_the_current_version()
    {
        await Create();
        await Put("app/db", "second");
        await Put("app/db", "waiting", "AWSPENDING");

        Assert.Equal("second", (await Ok("GetSecretValue", new { SecretId = "app/db" })).Text("SecretString"));
    }

    [Fact]
    public async Task A_label_or_a_version_chooses_another_one()
    {
        var first = (await Ok("CreateSecret", new { Name = "a", SecretString = "first" })).Text("VersionId");
        await Put("a", "second");

        Assert.Equal("first", (await Ok("GetSecretValue", new { SecretId = "a", VersionStage = "AWSPREVIOUS" })).Text("SecretString"));
        Assert.Equal("first", (await Ok("GetSecretValue", new { SecretId = "a", VersionId = first })).Text("SecretString"));
        Assert.Equal("first", (await Ok("GetSecretValue", new { SecretId = "a", VersionId = first, VersionStage = "AWSPREVIOUS" })).Text("SecretString"));
    }

    [Fact]
    public async Task A_version_and_a_label_must_belong_together()
    {
        var first = (await Ok("CreateSecret", new { Name = "a", SecretString = "first" })).Text("VersionId");

        await Refused(
            "InvalidRequestException", "You provided a VersionStage that is not associated to the provided VersionId.",
            "GetSecretValue", new { SecretId = "a", VersionId = first, VersionStage = "AWSPREVIOUS" });
    }

    [Fact]
    public async Task A_deprecated_version_can_still_be_read_by_its_id()
    {
        var first = (await Ok("CreateSecret", new { Name = "a", SecretString = "first" })).Text("VersionId");
        await Put("a", "second");
        await Put("a", "third");

        var body = await Ok("GetSecretValue", new { SecretId = "a", VersionId = first });

        Assert.Equal("first", body.Text("SecretString"));
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        await Create("empty", value: null);

        await Refused("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", "GetSecretValue", new { SecretId = "none" });
        await Refused("ResourceNotFoundException", "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT", "GetSecretValue", new { SecretId = "empty" });
        await Refused("ResourceNotFoundException", "Secrets Manager can't find the specified secret value for staging label: BLUE", "GetSecretValue", new { SecretId = "empty", VersionStage = "BLUE" });
        await Refused($"ResourceNotFoundException", $"Secrets Manager can't find the specified secret value for VersionId: {OtherToken}", "GetSecretValue", new { SecretId = "empty", VersionId = OtherToken });
    }

    [Fact]
    public async Task A_secret_pending_deletion_is_not_read()
    {
        await Create();
        await Ok("DeleteSecret", new { SecretId = "app/db" });

        await Refused(
            "InvalidRequestException", "You can't perform this operation on the secret because it was marked for deletion.", "GetSecretValue", new { SecretId = "app/db" });
    }

    [Fact]
    public async Task The_day_of_the_last_read_is_kept_and_no_finer_time()
    {
        await Create();
        Assert.False((await Ok("DescribeSecret", new { SecretId = "app/db" })).Has("LastAccessedDate"));

        await Ok("GetSecretValue", new { SecretId = "app/db" });
        var first = (await Ok("DescribeSecret", new { SecretId = "app/db" })).Seconds("LastAccessedDate");
        await Store.PassAsync(TimeSpan.FromHours(2));
        await Ok("GetSecretValue", new { SecretId = "app/db" });
        var sameDay = (await Ok("DescribeSecret", new { SecretId = "app/db" })).Seconds("LastAccessedDate");
        await Store.PassAsync(TimeSpan.FromHours(12));
        await Ok("GetSecretValue", new { SecretId = "app/db" });
        var nextDay = (await Ok("DescribeSecret", new { SecretId = "app/db" })).Seconds("LastAccessedDate");

        Assert.Equal(0, first % 86400);
        Assert.Equal(first, sameDay);
        Assert.Equal(86400, nextDay - first);
    }

    [Fact]
    public async Task A_description_does_not_count_as_a_read()
    {
        await Create();
        await Ok("DescribeSecret", new { SecretId = "app/db" });
        await Ok("ListSecrets");

        Assert.False((await Ok("DescribeSecret", new { SecretId = "app/db" })).Has("LastAccessedDate"));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("with-a-hyphen")]
    [InlineData("ends-like-an-arn-abc123")]
    public async Task A_name_a_full_arn_and_an_arn_without_its_six_characters_all_find_it(string name)
    {
        var arn = await Create(name, name);

        foreach (var id in new[] { name, arn, arn[..^7] })
        {
            Assert.Equal(name, (await Ok("GetSecretValue", new { SecretId = id })).Text("SecretString"));
        }
    }

    [Fact]
    public async Task An_arn_with_other_six_characters_finds_nothing()
    {
        var arn = await Create();

        await Refused("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", "GetSecretValue", new { SecretId = arn[..^6] + "zzzzz0" });
    }

    [Fact]
    public async Task An_arn_of_another_region_finds_nothing_here()
    {
        var arn = await Create("a", region: "eu-central-1");

        await Refused("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", "GetSecretValue", new { SecretId = arn });
    }

    [Fact]
    public async Task An_id_that_is_no_arn_must_be_a_possible_name() => await Refused(
        "ValidationException", "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!",
        "GetSecretValue", new { SecretId = "Inv Name" });

    [Fact]
    public async Task Every_broken_constraint_is_told_in_one_message() => await Refused(
        "ValidationException",
        "3 validation errors detected: Value '' at 'secretId' failed to satisfy constraint: Member must have length greater than or equal to 1; "
        + "Value 'short' at 'versionId' failed to satisfy constraint: Member must have length greater than or equal to 32; "
        + "Value '' at 'versionStage' failed to satisfy constraint: Member must have length greater than or equal to 1",
        "GetSecretValue", new { SecretId = "", VersionId = "short", VersionStage = "" });
}
