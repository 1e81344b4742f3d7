namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html</summary>
public sealed class UpdateSecretVersionStagePage : ApiPage
{
    [Fact]
    public async Task Moving_AWSCURRENT_gives_AWSPREVIOUS_to_the_version_it_left_and_keeps_AWSPENDING_where_it_is()
    {
        var (first, second) = await TwoVersions();

        var body = await Ok("UpdateSecretVersionStage", new { SecretId = "a", VersionStage = "AWSCURRENT", MoveToVersionId = second, RemoveFromVersionId = first });

        Assert.Equal(["ARN", "Name"], body.Members());
        var stages = await Stages("a");
        Assert.Equal(["AWSPREVIOUS"], stages[first]);
        Assert.Equal(["AWSCURRENT", "AWSPENDING"], stages[second]);
    }

    [Fact]
    public async Task A_label_of_ones_own_is_attached_moved_and_removed()
    {
        var (first, second) = await TwoVersions();

        await Ok("UpdateSecretVersionStage", new { SecretId = "a", VersionStage = "BLUE", MoveToVersionId = first });
        Assert.Contains("BLUE", (await Stages("a"))[first]);
        await Ok("UpdateSecretVersionStage", new { SecretId = "a", VersionStage = "BLUE", MoveToVersionId = second, RemoveFromVersionId = first });
        Assert.Contains("BLUE", (await Stages("a"))[second]);
        await Ok("UpdateSecretVersionStage", new { SecretId = "a", VersionStage = "BLUE", RemoveFromVersionId = second });

        Assert.DoesNotContain("BLUE", (await Stages("a")).SelectMany(pair => pair.Value));
    }

    [Fact]
    public async Task The_present_holder_must_be_named()
    {
        var (first, second) = await TwoVersions();

        await Refused(
            "InvalidParameterException",
            $"The parameter RemoveFromVersionId can't be empty. Staging label AWSCURRENT is currently attached to version {first}, so you must explicitly reference that version in RemoveFromVersionId.",
            "UpdateSecretVersionStage", new { SecretId = "a", VersionStage = "AWSCURRENT", MoveToVersionId = second });
        Assert.Equal("InvalidParameterException", (await Refused(
            "UpdateSecretVersionStage", new { SecretId = "a", VersionStage = "AWSCURRENT", MoveToVersionId = second, RemoveFromVersionId = second })).Code);
    }

    [Fact]
    public async Task AWSCURRENT_cannot_be_taken_away()
    {
        var (first, _) = await TwoVersions();

        await Refused(
            "InvalidParameterException", "You can only move staging label AWSCURRENT to a different secret version. It can’t be completely removed.",
            "UpdateSecretVersionStage", new { SecretId = "a", VersionStage = "AWSCURRENT", RemoveFromVersionId = first });
    }

    [Fact]
    public async Task A_version_that_loses_its_last_label_is_deprecated()
    {
        var (_, second) = await TwoVersions();

        await Ok("UpdateSecretVersionStage", new { SecretId = "a", VersionStage = "AWSPENDING", RemoveFromVersionId = second });

        Assert.DoesNotContain(second, (await Stages("a")).Keys);
    }

    [Fact]
    public async Task Moving_a_label_to_where_it_is_changes_nothing()
    {
        var (first, _) = await TwoVersions();
        var before = await Stages("a");

        await Ok("UpdateSecretVersionStage", new { SecretId = "a", VersionStage = "AWSCURRENT", MoveToVersionId = first });

        Assert.Equal(before, await Stages("a"));
    }

    [Fact]
    public async Task A_version_that_is_not_there_is_named()
    {
        await TwoVersions();

        await Refused(
            "ResourceNotFoundException", $"Secrets Manager can't find the specified secret value for VersionId: {OtherToken}",
            "UpdateSecretVersionStage", new { SecretId = "a", VersionStage = "BLUE", MoveToVersionId = OtherToken });
    }

    private async Task<(string First, string Second)> TwoVersions()
    {
        var first = (await Ok("CreateSecret", new { Name = "a", SecretString = "first" })).Text("VersionId");
        return (first, await Put("a", "second", "AWSPENDING"));
    }
}
