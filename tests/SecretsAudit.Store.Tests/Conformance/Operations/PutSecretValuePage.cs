namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html</summary>
public sealed class PutSecretValuePage : ApiPage
{
    [Fact]
    public async Task A_new_version_becomes_current_and_the_old_one_previous()
    {
        var first = (await Ok("CreateSecret", new { Name = "a", SecretString = "first" })).Text("VersionId");

        var body = await Ok("PutSecretValue", new { SecretId = "a", SecretString = "second", ClientRequestToken = Token });

        Assert.Equal(["ARN", "Name", "VersionId", "VersionStages"], body.Members());
        Assert.Equal(["AWSCURRENT"], body.GetProperty("VersionStages").Strings());
        var stages = await Stages("a");
        Assert.Equal(["AWSPREVIOUS"], stages[first]);
        Assert.Equal(["AWSCURRENT"], stages[Token]);
    }

    [Fact]
    public async Task The_first_version_is_current_whatever_labels_are_asked_for()
    {
        await Create("a", value: null);

        var body = await Ok("PutSecretValue", new { SecretId = "a", SecretString = "first", VersionStages = new[] { "BLUE" } });

        Assert.Equal(["AWSCURRENT", "BLUE"], body.GetProperty("VersionStages").Strings().Order());
    }

    [Fact]
    public async Task Labels_of_ones_own_leave_AWSCURRENT_where_it_is()
    {
        var first = (await Ok("CreateSecret", new { Name = "a", SecretString = "first" })).Text("VersionId");

        var second = await Put("a", "second", "AWSPENDING", "BLUE");

        var stages = await Stages("a");
        Assert.Equal(["AWSCURRENT"], stages[first]);
        Assert.Equal(["AWSPENDING", "BLUE"], stages[second]);
    }

    [Fact]
    public async Task A_label_moves_from_the_version_that_had_it_and_that_one_becomes_deprecated()
    {
        await Create("a");
        var blue = await Put("a", "second", "BLUE");

        var newer = await Put("a", "third", "BLUE");

        var stages = await Stages("a");
        Assert.DoesNotContain(blue, stages.Keys);
        Assert.Equal(["BLUE"], stages[newer]);
    }

    [Fact]
    public async Task AWSPREVIOUS_is_only_ever_on_the_version_before()
    {
        var first = (await Ok("CreateSecret", new { Name = "a", SecretString = "first" })).Text("VersionId");
        var second = await Put("a", "second");
        var third = await Put("a", "third");

        var stages = await Stages("a");
        Assert.DoesNotContain(first, stages.Keys);
        Assert.Equal(["AWSPREVIOUS"], stages[second]);
        Assert.Equal(["AWSCURRENT"], stages[third]);
    }

    [Fact]
    public async Task The_version_that_loses_AWSCURRENT_is_no_longer_pending()
    {
        var first = (await Ok("CreateSecret", new { Name = "a", SecretString = "first" })).Text("VersionId");
        var second = await Put("a", "second", "AWSPENDING");
        await Ok("UpdateSecretVersionStage", new { SecretId = "a", VersionStage = "AWSCURRENT", MoveToVersionId = second, RemoveFromVersionId = first });

        await Put("a", "third");

        Assert.Equal(["AWSPREVIOUS"], (await Stages("a"))[second]);
    }

    [Fact]
    public async Task The_same_token_and_value_change_nothing()
    {
        await Create("a");
        await Ok("PutSecretValue", new { SecretId = "a", SecretString = "second", ClientRequestToken = Token });
        await Put("a", "third");

        var again = await Ok("PutSecretValue", new { SecretId = "a", SecretString = "second", ClientRequestToken = Token });

        Assert.Equal(Token, again.Text("VersionId"));
        Assert.Equal(["AWSPREVIOUS"], (await Stages("a"))[Token]);
    }

    [Fact]
    public async Task The_same_token_with_another_value_is_refused()
    {
        var arn = await Create("a");
        await Ok("PutSecretValue", new { SecretId = "a", SecretString = "second", ClientRequestToken = Token });

        await Refused(
            "ResourceExistsException", $"You can't use ClientRequestToken {Token} because that value is already in use for a version of secret {arn}.",
            "PutSecretValue", new { SecretId = "a", SecretString = "third", ClientRequestToken = Token });
    }

    [Fact]
    public async Task A_value_is_needed_and_this_is_checked_before_the_secret_is_looked_for() => await Refused(
        "InvalidRequestException", "You must provide either SecretString or SecretBinary.", "PutSecretValue", new { SecretId = "none" });

    [Fact]
    public async Task Text_and_bytes_together_are_refused()
    {
        await Create("a");

        await Refused(
            "InvalidParameterException", "You can't specify both a binary secret value and a string secret value in the same secret.",
            "PutSecretValue", new { SecretId = "a", SecretString = "s", SecretBinary = "cw==" });
    }

    [Fact]
    public async Task Without_a_token_it_is_refused() => await Refused(
        "InvalidRequestException", "You must provide a ClientRequestToken value. We recommend a UUID-type value.", "PutSecretValue", """{"SecretId":"a","SecretString":"s"}""");

    [Theory]
    [InlineData("11111111-1111-1111-1111-11111111111")]
    [InlineData("11111111_1111_1111_1111_111111111111")]
    public async Task A_rotation_token_has_36_to_256_letters_digits_and_hyphens_and_is_never_quoted(string token)
    {
        await Create("a");

        var (code, message) = await Refused("PutSecretValue", new { SecretId = "a", SecretString = "s", RotationToken = token });

        Assert.Equal("ValidationException", code);
        Assert.DoesNotContain(token, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_pending_deletion_takes_no_value()
    {
        await Create("a");
        await Ok("DeleteSecret", new { SecretId = "a" });

        await Refused(
            "InvalidRequestException", "You can't perform this operation on the secret because it was marked for deletion.", "PutSecretValue", new { SecretId = "a", SecretString = "s" });
    }

    [Fact]
    public async Task A_replica_takes_no_value()
    {
        await Ok("CreateSecret", new { Name = "a", SecretString = "s", AddReplicaRegions = new[] { new { Region = "eu-central-1" } } });

        await Refused(
            "InvalidParameterException", "Operation not permitted on a replica secret. Call must be made in primary secret's region.",
            "PutSecretValue", new { SecretId = "a", SecretString = "t" }, "eu-central-1");
    }

    [Fact]
    public async Task Twenty_labels_fit_and_twenty_one_do_not()
    {
        await Create("a");
        string[] Labels(int count) => [.. Enumerable.Range(0, count).Select(i => $"L{i}")];

        await Ok("PutSecretValue", new { SecretId = "a", SecretString = "s", VersionStages = Labels(20) });

        Assert.Equal("ValidationException", (await Refused("PutSecretValue", new { SecretId = "a", SecretString = "s", VersionStages = Labels(21) })).Code);
    }

    [Fact]
    public async Task It_changes_the_date_of_the_last_change()
    {
        await Create("a");
        await Store.PassAsync(TimeSpan.FromHours(5));

        await Put("a", "second");

        Assert.Equal(TestStore.Start.AddHours(5).ToUnixTimeSeconds(), (await Ok("DescribeSecret", new { SecretId = "a" })).Seconds("LastChangedDate"));
    }

    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
    [Fact]
    public async Task About_a_hundred_versions_are_kept_but_never_fewer_than_a_days()
    {
        await Create("a");
        for (var i = 0; i < 120; i++)
        {
            await Put("a", $"young {i}");
        }

        var young = (await Ok("ListSecretVersionIds", new { SecretId = "a", IncludeDeprecated = true, MaxResults = 100 })).Has("NextToken");
        await Store.PassAsync(TimeSpan.FromDays(1));
        await Put("a", "a day later");
        var old = await Ok("ListSecretVersionIds", new { SecretId = "a", IncludeDeprecated = true, MaxResults = 100 });

        Assert.True(young);
        Assert.False(old.Has("NextToken"));
        Assert.Equal(100, old.Items("Versions").Count);
    }
}
