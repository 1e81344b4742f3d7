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

    /// <summary>
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html: "In DescribeSecret and ListSecrets, this value is
    /// calculated from the rotation schedule after every successful rotation."
    /// </summary>
    [Theory]
    [InlineData("rate(4 hours)", 1)]
    [InlineData("rate(36 hours)", 2)]
    [InlineData("rate(1 day)", 1)]
    [InlineData("rate(10 days)", 10)]
    [InlineData("cron(0 8 * * ? *)", 1)]
    [InlineData("cron(0 10 9 * ? *)", 7)]
    public async Task The_days_between_rotations_are_told_of_a_schedule_too(string expression, int days)
    {
        RegisterRotation();
        await Create("a");

        await Ok("RotateSecret", new { SecretId = "a", RotationLambdaARN = Function, RotationRules = new { ScheduleExpression = expression } });
        await Ok("RotateSecret", new { SecretId = "a" });

        var described = (await Ok("DescribeSecret", new { SecretId = "a" })).GetProperty("RotationRules");
        var listed = Assert.Single((await Ok("ListSecrets")).Items("SecretList")).GetProperty("RotationRules");
        Assert.Equal((expression, days), (described.Text("ScheduleExpression"), described.GetProperty("AutomaticallyAfterDays").GetInt32()));
        Assert.Equal((expression, days), (listed.Text("ScheduleExpression"), listed.GetProperty("AutomaticallyAfterDays").GetInt32()));
    }

    /// <summary>https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html: a window opens at a full hour; its last second is the date.</summary>
    [Theory]
    [InlineData("rate(4 hours)", null, "2026-03-02T14:59:59Z")]
    [InlineData("rate(4 hours)", "3h", "2026-03-02T16:59:59Z")]
    [InlineData("rate(10 days)", null, "2026-03-12T23:59:59Z")]
    [InlineData("rate(10 days)", "3h", "2026-03-12T02:59:59Z")]
    [InlineData("cron(0 8 * * ? *)", "2h", "2026-03-03T09:59:59Z")]
    [InlineData("cron(0 8 * * ? *)", null, "2026-03-03T23:59:59Z")]
    public async Task The_next_rotation_is_dated_by_the_last_second_of_its_window(string expression, string? duration, string expected)
    {
        RegisterRotation();
        await Create("a");
        await Store.PassAsync(TimeSpan.FromMinutes(5));

        await Ok("RotateSecret", new { SecretId = "a", RotationLambdaARN = Function, RotationRules = duration is null ? (object)new { ScheduleExpression = expression } : new { ScheduleExpression = expression, Duration = duration } });

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds(), (await Ok("DescribeSecret", new { SecretId = "a" })).Seconds("NextRotationDate"));
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
