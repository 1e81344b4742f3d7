namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RestoreSecret.html</summary>
public sealed class RestoreSecretPage : ApiPage
{
    [Fact]
    public async Task It_cancels_the_deletion_and_the_secret_is_as_it_was()
    {
        var arn = await Create("a");
        await Ok("DeleteSecret", new { SecretId = "a", RecoveryWindowInDays = 7 });

        var body = await Ok("RestoreSecret", new { SecretId = "a" });
        await Store.PassAsync(TimeSpan.FromDays(8));

        Assert.Equal(["ARN", "Name"], body.Members());
        Assert.Equal(arn, body.Text("ARN"));
        Assert.False((await Ok("DescribeSecret", new { SecretId = "a" })).Has("DeletedDate"));
        Assert.Equal("planted", (await Ok("GetSecretValue", new { SecretId = "a" })).Text("SecretString"));
    }

    /// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html: LastChangedDate is when it "was modified in any way".</summary>
    [Fact]
    public async Task It_is_a_change_and_rotation_goes_on()
    {
        RegisterRotation();
        await Create("a");
        await Ok("RotateSecret", new { SecretId = "a", RotationLambdaARN = Function, RotationRules = new { AutomaticallyAfterDays = 1 } });
        await Ok("DeleteSecret", new { SecretId = "a" });
        await Store.PassAsync(TimeSpan.FromHours(1));

        await Ok("RestoreSecret", new { SecretId = "a" });

        var restored = await Ok("DescribeSecret", new { SecretId = "a" });
        Assert.Equal(TestStore.Start.AddHours(1).ToUnixTimeSeconds(), restored.Seconds("LastChangedDate"));
        Assert.True(restored.GetProperty("RotationEnabled").GetBoolean() && restored.Has("NextRotationDate"));
    }

    [Fact]
    public async Task A_missing_secret_is_not_restored() =>
        await Refused("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", "RestoreSecret", new { SecretId = "none" });
}
