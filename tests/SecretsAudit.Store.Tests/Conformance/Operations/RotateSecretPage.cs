using SecretsAudit.Store.Rotation;

namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html and
/// https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
/// </summary>
public sealed class RotateSecretPage : ApiPage
{
    [Fact]
    public async Task A_rotation_makes_the_announced_version_current()
    {
        RegisterRotation();
        var first = (await Ok("CreateSecret", new { Name = "a", SecretString = "first" })).Text("VersionId");

        var body = await Ok("RotateSecret", new { SecretId = "a", ClientRequestToken = Token, RotationLambdaARN = Function, RotationRules = new { AutomaticallyAfterDays = 30 } });

        Assert.Equal(["ARN", "Name", "VersionId"], body.Members());
        Assert.Equal(Token, body.Text("VersionId"));
        var stages = await Stages("a");
        Assert.Contains("AWSCURRENT", stages[Token]);
        Assert.Equal(["AWSPREVIOUS"], stages[first]);
        Assert.NotEqual("first", (await Ok("GetSecretValue", new { SecretId = "a" })).Text("SecretString"));
    }

    [Fact]
    public async Task The_function_is_called_with_four_steps_and_finds_a_pending_version_without_a_value()
    {
        var steps = new List<string>();
        var rotation = new GeneratedValueRotation(Store.Store, _ => Store.Root);
        string[]? announced = null;
        string? missing = null;
        Store.Store.RotationFunctions.Register(Function, async (step, cancellation) =>
        {
            steps.Add(step.Step);
            if (step.Step == "createSecret")
            {
                announced = (await Stages("a"))[step.ClientRequestToken];
                missing = (await Refused("GetSecretValue", new { SecretId = "a", VersionId = step.ClientRequestToken, VersionStage = "AWSPENDING" })).Code;
            }

            await rotation.RunAsync(step, cancellation);
        });
        await Create("a");

        await Ok("RotateSecret", new { SecretId = "a", RotationLambdaARN = Function });

        Assert.Equal(["createSecret", "setSecret", "testSecret", "finishSecret"], steps);
        Assert.Equal(["AWSPENDING"], announced!);
        Assert.Equal("ResourceNotFoundException", missing);
    }

    [Fact]
    public async Task Without_an_immediate_rotation_only_the_test_step_runs_and_leaves_nothing()
    {
        var steps = new List<string>();
        Store.Store.RotationFunctions.Register(Function, (step, _) =>
        {
            steps.Add(step.Step);
            return Task.CompletedTask;
        });
        await Create("a");

        await Ok("RotateSecret", new { SecretId = "a", RotationLambdaARN = Function, RotationRules = new { AutomaticallyAfterDays = 30 }, RotateImmediately = false });

        Assert.Equal(["testSecret"], steps);
        Assert.Single(await Stages("a"));
        Assert.False((await Ok("DescribeSecret", new { SecretId = "a" })).Has("LastRotatedDate"));
    }

    [Fact]
    public async Task A_secret_needs_a_function()
    {
        await Create("a");

        await Refused("InvalidRequestException", "No Lambda rotation function ARN is associated with this secret.", "RotateSecret", new { SecretId = "a" });
        Assert.False((await Ok("DescribeSecret", new { SecretId = "a" })).Has("RotationEnabled"));
    }

    [Fact]
    public async Task A_function_that_cannot_be_invoked_is_refused_and_changes_nothing()
    {
        await Create("a");

        await Refused(
            "AccessDeniedException",
            "Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access to the principal secretsmanager.amazonaws.com.",
            "RotateSecret", new { SecretId = "a", RotationLambdaARN = Function });
        Assert.False((await Ok("DescribeSecret", new { SecretId = "a" })).Has("RotationLambdaARN"));
    }

    [Fact]
    public async Task A_failed_rotation_leaves_AWSCURRENT_and_is_in_the_way_of_another_one_until_AWSPENDING_is_removed()
    {
        Store.Store.RotationFunctions.Register(Function, (_, _) => throw new InvalidOperationException("the database is away"));
        var first = (await Ok("CreateSecret", new { Name = "a", SecretString = "first" })).Text("VersionId");
        await Ok("RotateSecret", new { SecretId = "a", ClientRequestToken = Token, RotationLambdaARN = Function });
        RegisterRotation();

        await Refused("InvalidRequestException", "A previous rotation isn't complete. That rotation will be reattempted.", "RotateSecret", new { SecretId = "a" });
        Assert.Equal(["AWSCURRENT"], (await Stages("a"))[first]);
        await Ok("UpdateSecretVersionStage", new { SecretId = "a", VersionStage = "AWSPENDING", RemoveFromVersionId = Token });

        await Ok("RotateSecret", new { SecretId = "a", ClientRequestToken = OtherToken });
        Assert.Contains("AWSCURRENT", (await Stages("a"))[OtherToken]);
    }

    [Fact]
    public async Task A_failed_scheduled_rotation_is_tried_again_with_the_same_version()
    {
        var tokens = new List<string>();
        var broken = false;
        var rotation = new GeneratedValueRotation(Store.Store, _ => Store.Root);
        Store.Store.RotationFunctions.Register(Function, async (step, cancellation) =>
        {
            if (broken && step.Step == "createSecret")
            {
                tokens.Add(step.ClientRequestToken);
                throw new InvalidOperationException("the database is away");
            }

            await rotation.RunAsync(step, cancellation);
        });
        await Create("a");
        await Ok("RotateSecret", new { SecretId = "a", RotationLambdaARN = Function, RotationRules = new { AutomaticallyAfterDays = 10 } });

        broken = true;
        await Store.PassAsync(TimeSpan.FromDays(13));

        Assert.True(tokens.Count >= 2);
        Assert.Single(tokens.Distinct());
    }

    [Theory]
    [InlineData("rate(4 hours)", true)]
    [InlineData("rate(3 hours)", false)]
    [InlineData("rate(999 days)", true)]
    [InlineData("rate(1000 days)", false)]
    [InlineData("cron(0 8 1 * ? *)", true)]
    [InlineData("cron(0 /4 * * ? *)", true)]
    [InlineData("cron(5 8 1 * ? *)", false)]
    [InlineData("cron(0 8 1 * 1 *)", false)]
    [InlineData("cron(0 8 ? * SAT#1 *)", true)]
    [InlineData("every day", false)]
    public async Task A_schedule_is_a_rate_or_a_cron_expression_of_full_hours(string expression, bool valid)
    {
        RegisterRotation();
        await Create("a");
        var request = new { SecretId = "a", RotationLambdaARN = Function, RotationRules = new { ScheduleExpression = expression } };
        if (valid)
        {
            await Ok("RotateSecret", request);
        }
        else
        {
            Assert.Equal("InvalidParameterException", (await Refused("RotateSecret", request)).Code);
        }
    }

    [Fact]
    public async Task Days_and_an_expression_exclude_each_other()
    {
        RegisterRotation();
        await Create("a");

        Assert.Equal("InvalidParameterException", (await Refused(
            "RotateSecret", new { SecretId = "a", RotationLambdaARN = Function, RotationRules = new { AutomaticallyAfterDays = 10, ScheduleExpression = "rate(10 days)" } })).Code);
    }

    [Theory]
    [InlineData(0, "greater than or equal to 1")]
    [InlineData(1001, "less than or equal to 1000")]
    public async Task Days_are_1_to_1000(int days, string bound) => await Refused(
        "ValidationException", $"1 validation error detected: Value '{days}' at 'rotationRules.automaticallyAfterDays' failed to satisfy constraint: Member must have value {bound}",
        "RotateSecret", new { SecretId = "a", RotationRules = new { AutomaticallyAfterDays = days } });

    [Fact]
    public async Task Ninety_days_of_scheduled_rotations_happen_when_the_clock_moves()
    {
        RegisterRotation();
        await Create("a");
        await Ok("RotateSecret", new { SecretId = "a", RotationLambdaARN = Function, RotationRules = new { AutomaticallyAfterDays = 30 } });

        await Store.PassAsync(TimeSpan.FromDays(92));

        Assert.True((await Ok("ListSecretVersionIds", new { SecretId = "a", IncludeDeprecated = true })).Items("Versions").Count >= 4);
    }

    [Fact]
    public async Task Without_a_token_this_operation_answers_with_a_code_of_its_own() => await Refused(
        "InvalidParameterException", "You must provide a ClientRequestToken value. We recommend a UUID-type value.", "RotateSecret", """{"SecretId":"a"}""");

    [Fact]
    public async Task What_an_external_holder_needs_is_kept()
    {
        RegisterRotation();
        await Create("a");

        await Ok("RotateSecret", new
        {
            SecretId = "a",
            RotationLambdaARN = Function,
            ExternalSecretRotationMetadata = new[] { new { Key = "instance", Value = "eu1" } },
            ExternalSecretRotationRoleArn = "arn:aws:iam::123456789012:role/rotation",
        });

        var described = await Ok("DescribeSecret", new { SecretId = "a" });
        Assert.Equal("eu1", Assert.Single(described.Items("ExternalSecretRotationMetadata")).Text("Value"));
        Assert.Equal("arn:aws:iam::123456789012:role/rotation", described.Text("ExternalSecretRotationRoleArn"));
    }
}
