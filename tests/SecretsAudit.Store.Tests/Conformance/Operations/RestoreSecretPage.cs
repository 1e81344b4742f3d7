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

    [Fact]
    public async Task A_missing_secret_is_not_restored() =>
        await Refused("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", "RestoreSecret", new { SecretId = "none" });
}
