namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html,
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetResourcePolicy.html,
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteResourcePolicy.html and
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ValidateResourcePolicy.html
/// </summary>
public sealed class ResourcePolicyPages : ApiPage
{
    private const string Narrow = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""";
    private const string Open = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""";

    [Fact]
    public async Task A_policy_comes_back_as_it_was_given_and_the_member_is_absent_without_one()
    {
        var arn = await Create("a");
        Assert.Equal(["ARN", "Name"], (await Ok("GetResourcePolicy", new { SecretId = "a" })).Members());

        var put = await Ok("PutResourcePolicy", new { SecretId = "a", ResourcePolicy = Narrow });

        Assert.Equal((arn, "a"), (put.Text("ARN"), put.Text("Name")));
        Assert.Equal(Narrow, (await Ok("GetResourcePolicy", new { SecretId = "a" })).Text("ResourcePolicy"));
        Assert.Equal(["ARN", "Name"], (await Ok("DeleteResourcePolicy", new { SecretId = "a" })).Members());
        Assert.False((await Ok("GetResourcePolicy", new { SecretId = "a" })).Has("ResourcePolicy"));
    }

    [Fact]
    public async Task A_broad_policy_is_refused_when_public_policies_are_blocked_and_kept_otherwise()
    {
        await Create("a");

        Assert.Equal("PublicPolicyException", (await Refused("PutResourcePolicy", new { SecretId = "a", ResourcePolicy = Open, BlockPublicPolicy = true })).Code);
        Assert.False((await Ok("GetResourcePolicy", new { SecretId = "a" })).Has("ResourcePolicy"));
        await Ok("PutResourcePolicy", new { SecretId = "a", ResourcePolicy = Open });
        await Ok("PutResourcePolicy", new { SecretId = "a", ResourcePolicy = Narrow, BlockPublicPolicy = true });
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Permit","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""")]
    public async Task A_document_that_is_no_policy_is_malformed(string policy)
    {
        await Create("a");

        Assert.Equal("MalformedPolicyDocumentException", (await Refused("PutResourcePolicy", new { SecretId = "a", ResourcePolicy = policy })).Code);
        Assert.Equal("MalformedPolicyDocumentException", (await Refused("ValidateResourcePolicy", new { ResourcePolicy = policy })).Code);
    }

    [Fact]
    public async Task Validation_tells_a_broad_policy_from_a_narrow_one()
    {
        var narrow = await Ok("ValidateResourcePolicy", new { ResourcePolicy = Narrow });
        var open = await Ok("ValidateResourcePolicy", new { ResourcePolicy = Open });

        Assert.True(narrow.GetProperty("PolicyValidationPassed").GetBoolean());
        Assert.Empty(narrow.Items("ValidationErrors"));
        Assert.False(open.GetProperty("PolicyValidationPassed").GetBoolean());
        Assert.True(Assert.Single(open.Items("ValidationErrors")).Has("CheckName"));
    }

    [Fact]
    public async Task Validation_with_a_secret_needs_that_secret() =>
        await Refused("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", "ValidateResourcePolicy", new { SecretId = "none", ResourcePolicy = Narrow });

    [Fact]
    public async Task A_policy_has_up_to_20480_characters()
    {
        await Create("a");

        Assert.Equal("ValidationException", (await Refused("PutResourcePolicy", new { SecretId = "a", ResourcePolicy = new string(' ', 20481) })).Code);
    }

    [Theory]
    [InlineData("PutResourcePolicy")]
    [InlineData("GetResourcePolicy")]
    [InlineData("DeleteResourcePolicy")]
    public async Task Each_needs_a_secret_that_is_there(string action) =>
        await Refused("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", action, new { SecretId = "none", ResourcePolicy = Narrow });
}
