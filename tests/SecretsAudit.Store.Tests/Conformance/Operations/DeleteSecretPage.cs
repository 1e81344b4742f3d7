namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html</summary>
public sealed class DeleteSecretPage : ApiPage
{
    [Theory]
    [InlineData(null, 30)]
    [InlineData(7, 7)]
    [InlineData(30, 30)]
    public async Task The_recovery_window_has_7_to_30_days_and_30_without_one(int? days, int expected)
    {
        var arn = await Create("a");

        var body = await Ok("DeleteSecret", days is null ? new { SecretId = "a" } : new { SecretId = "a", RecoveryWindowInDays = days });

        Assert.Equal(["ARN", "Name", "DeletionDate"], body.Members());
        Assert.Equal((arn, TestStore.Start.AddDays(expected).ToUnixTimeSeconds()), (body.Text("ARN"), body.Seconds("DeletionDate")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(31)]
    [InlineData(-1)]
    public async Task Any_other_window_is_refused(int days) => await Refused(
        "InvalidParameterException", "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).", "DeleteSecret", new { SecretId = "a", RecoveryWindowInDays = days });

    [Fact]
    public async Task A_window_and_force_exclude_each_other() => await Refused(
        "InvalidParameterException", "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
        "DeleteSecret", new { SecretId = "a", RecoveryWindowInDays = 7, ForceDeleteWithoutRecovery = true });

    [Fact]
    public async Task In_its_window_a_secret_can_be_described_and_listed_on_request_only()
    {
        await Create("a");
        await Ok("DeleteSecret", new { SecretId = "a" });

        Assert.True((await Ok("DescribeSecret", new { SecretId = "a" })).Has("DeletedDate"));
        Assert.Empty((await Ok("ListSecrets")).Names());
        Assert.Equal(["a"], (await Ok("ListSecrets", new { IncludePlannedDeletion = true })).Names());
    }

    /// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html: "the date and time the deletion of the secret occurred"; AWS describes it alike.</summary>
    [Fact]
    public async Task The_answer_tells_the_windows_end_and_from_then_on_the_time_of_the_request_is_told()
    {
        await Create("a");
        await Store.PassAsync(TimeSpan.FromHours(2));

        await Ok("DeleteSecret", new { SecretId = "a", RecoveryWindowInDays = 7 });

        var requested = TestStore.Start.AddHours(2).ToUnixTimeSeconds();
        var described = await Ok("DescribeSecret", new { SecretId = "a" });
        Assert.Equal((requested, requested), (described.Seconds("DeletedDate"), described.Seconds("LastChangedDate")));
        Assert.Equal(requested, Assert.Single((await Ok("ListSecrets", new { IncludePlannedDeletion = true })).Items("SecretList")).Seconds("DeletedDate"));
    }

    [Fact]
    public async Task While_it_waits_it_does_not_rotate_and_keeps_how_it_would()
    {
        RegisterRotation();
        await Create("a");
        await Ok("RotateSecret", new { SecretId = "a", RotationLambdaARN = Function, RotationRules = new { AutomaticallyAfterDays = 1 } });

        await Ok("DeleteSecret", new { SecretId = "a" });
        await Store.PassAsync(TimeSpan.FromDays(3));

        var waiting = await Ok("DescribeSecret", new { SecretId = "a" });
        Assert.False(waiting.GetProperty("RotationEnabled").GetBoolean());
        Assert.Equal(Function, waiting.Text("RotationLambdaARN"));
        Assert.False(waiting.Has("NextRotationDate"));
        Assert.Equal(TestStore.Start.ToUnixTimeSeconds(), waiting.Seconds("LastRotatedDate"));
    }

    [Fact]
    public async Task It_is_gone_when_the_window_ends_and_not_before()
    {
        await Create("a");
        await Ok("DeleteSecret", new { SecretId = "a", RecoveryWindowInDays = 7 });

        await Store.PassAsync(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        await Ok("DescribeSecret", new { SecretId = "a" });
        await Store.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("ResourceNotFoundException", (await Refused("DescribeSecret", new { SecretId = "a" })).Code);
    }

    [Fact]
    public async Task A_second_deletion_is_refused_and_a_forced_one_is_not()
    {
        await Create("a");
        await Ok("DeleteSecret", new { SecretId = "a" });

        await Refused("InvalidRequestException", "You can't perform this operation on the secret because it was marked for deletion.", "DeleteSecret", new { SecretId = "a" });
        await Ok("DeleteSecret", new { SecretId = "a", ForceDeleteWithoutRecovery = true });

        Assert.Equal("ResourceNotFoundException", (await Refused("DescribeSecret", new { SecretId = "a" })).Code);
    }

    [Fact]
    public async Task A_forced_deletion_of_nothing_answers_as_if_it_had_been_there()
    {
        var body = await Ok("DeleteSecret", new { SecretId = "none", ForceDeleteWithoutRecovery = true });

        Assert.Equal("none", body.Text("Name"));
        Assert.Matches("^arn:aws:secretsmanager:eu-west-1:123456789012:secret:none-[A-Za-z0-9]{6}$", body.Text("ARN"));
        Assert.True(body.Has("DeletionDate"));
    }

    [Fact]
    public async Task A_deletion_of_nothing_without_force_is_refused() =>
        await Refused("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", "DeleteSecret", new { SecretId = "none" });

    [Fact]
    public async Task A_primary_with_replicas_is_not_deleted()
    {
        var arn = (await Ok("CreateSecret", new { Name = "a", AddReplicaRegions = new[] { new { Region = "eu-central-1" }, new { Region = "us-east-1" } } })).Text("ARN");

        await Refused(
            "InvalidParameterException", $"You can't delete secret {arn} that still has replica regions [eu-central-1, us-east-1].", "DeleteSecret", new { SecretId = "a" });
        await Refused(
            "InvalidParameterException", "Operation not permitted on a replica secret. Call must be made in primary secret's region.", "DeleteSecret", new { SecretId = "a" }, "us-east-1");
    }
}
