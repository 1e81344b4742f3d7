namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CancelRotateSecret.html</summary>
public sealed class CancelRotateSecretPage : ApiPage
{
    [Fact]
    public async Task Scheduled_rotations_stop()
    {
        RegisterRotation();
        await Create("a");
        await Ok("RotateSecret", new { SecretId = "a", RotationLambdaARN = Function, RotationRules = new { AutomaticallyAfterDays = 1 } });
        var current = (await Ok("GetSecretValue", new { SecretId = "a" })).Text("VersionId");

        var body = await Ok("CancelRotateSecret", new { SecretId = "a" });
        await Store.PassAsync(TimeSpan.FromDays(30));

        Assert.Equal(["ARN", "Name"], body.Members());
        Assert.Equal(current, (await Ok("GetSecretValue", new { SecretId = "a" })).Text("VersionId"));
    }

    [Fact]
    public async Task Rotation_is_turned_on_again_with_the_settings_it_had()
    {
        RegisterRotation();
        await Create("a");
        await Ok("RotateSecret", new { SecretId = "a", RotationLambdaARN = Function, RotationRules = new { AutomaticallyAfterDays = 9 } });
        await Ok("CancelRotateSecret", new { SecretId = "a" });

        await Ok("RotateSecret", new { SecretId = "a" });

        Assert.Equal(9, (await Ok("DescribeSecret", new { SecretId = "a" })).GetProperty("RotationRules").GetProperty("AutomaticallyAfterDays").GetInt32());
    }

    [Fact]
    public async Task A_rotation_in_progress_is_cancelled_and_the_answer_names_the_version_that_it_began()
    {
        var steps = new List<string>();
        Store.Store.RotationFunctions.Register(Function, async (step, _) =>
        {
            steps.Add(step.Step);
            Assert.Equal(Token, (await Ok("CancelRotateSecret", new { SecretId = "a" })).Text("VersionId"));
        });
        await Create("a");

        await Ok("RotateSecret", new { SecretId = "a", ClientRequestToken = Token, RotationLambdaARN = Function, RotationRules = new { AutomaticallyAfterDays = 1 } });

        Assert.Equal(["createSecret"], steps);
        Assert.Equal(["AWSPENDING"], (await Stages("a"))[Token]);
        await Refused("InvalidRequestException", "A previous rotation isn't complete. That rotation will be reattempted.", "RotateSecret", new { SecretId = "a" });
    }

    [Fact]
    public async Task A_secret_that_never_rotated_is_refused()
    {
        await Create("a");

        Assert.Equal("InvalidRequestException", (await Refused("CancelRotateSecret", new { SecretId = "a" })).Code);
    }
}
