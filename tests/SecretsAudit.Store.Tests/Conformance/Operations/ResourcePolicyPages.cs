using System.Text.Json.Nodes;

namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html,
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetResourcePolicy.html,
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteResourcePolicy.html,
/// https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_secret-policy.html and
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ValidateResourcePolicy.html
/// </summary>
public sealed class ResourcePolicyPages : ApiPage
{
    private const string Narrow = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""";
    private const string Open = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""";

    [Fact]
    public async Task A_policy_comes_back_and_the_member_is_absent_without_one()
    {
        var arn = await Create("a");
        Assert.Equal(["ARN", "Name"], (await Ok("GetResourcePolicy", new { SecretId = "a" })).Members());

        var put = await Ok("PutResourcePolicy", new { SecretId = "a", ResourcePolicy = Narrow });

        Assert.Equal((arn, "a"), (put.Text("ARN"), put.Text("Name")));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Narrow), JsonNode.Parse((await Ok("GetResourcePolicy", new { SecretId = "a" })).Text("ResourcePolicy"))));
        Assert.Equal(["ARN", "Name"], (await Ok("DeleteResourcePolicy", new { SecretId = "a" })).Members());
        Assert.False((await Ok("GetResourcePolicy", new { SecretId = "a" })).Has("ResourcePolicy"));
    }

    /// <summary>https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_secret-policy.html: policies are shown in this layout, and AWS answers in it.</summary>
    [Fact]
    public async Task A_policy_comes_back_in_awss_layout()
    {
        await Create("a");

        await Ok("PutResourcePolicy", new { SecretId = "a", ResourcePolicy = """{"Version":"2012-10-17","Statement":[{"Sid":"Ä\u0041","Effect":"Allow","Principal":{"AWS":["arn:aws:iam::123456789012:root"]},"Action":["secretsmanager:GetSecretValue","secretsmanager:DescribeSecret"],"Resource":"*","Condition":{}}]}""" });

        Assert.Equal(
            """
            {
              "Version" : "2012-10-17",
              "Statement" : [ {
                "Sid" : "Ä\u0041",
                "Effect" : "Allow",
                "Principal" : {
                  "AWS" : [ "arn:aws:iam::123456789012:root" ]
                },
                "Action" : [ "secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret" ],
                "Resource" : "*",
                "Condition" : { }
              } ]
            }
            """,
            (await Ok("GetResourcePolicy", new { SecretId = "a" })).Text("ResourcePolicy"));
    }

    [Fact]
    public async Task A_broad_policy_is_refused_when_public_policies_are_blocked_and_kept_otherwise()
    {
        await Create("a");

        await Refused(
            "PublicPolicyException", "You can't attach a resource-based policy that allows broad access to the secret.",
            "PutResourcePolicy", new { SecretId = "a", ResourcePolicy = Open, BlockPublicPolicy = true });
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

        const string Message = "This resource policy contains a syntax error.";
        await Refused("MalformedPolicyDocumentException", Message, "PutResourcePolicy", new { SecretId = "a", ResourcePolicy = policy });
        await Refused("MalformedPolicyDocumentException", Message, "ValidateResourcePolicy", new { ResourcePolicy = policy });
    }

    [Fact]
    public async Task Validation_tells_a_broad_policy_from_a_narrow_one()
    {
        var narrow = await Ok("ValidateResourcePolicy", new { ResourcePolicy = Narrow });
        var open = await Ok("ValidateResourcePolicy", new { ResourcePolicy = Open });

        Assert.True(narrow.GetProperty("PolicyValidationPassed").GetBoolean());
        Assert.Empty(narrow.Items("ValidationErrors"));
        Assert.False(open.GetProperty("PolicyValidationPassed").GetBoolean());
        Assert.Equal("This resource policy grants broad access to your secret.", Assert.Single(open.Items("ValidationErrors")).Text("ErrorMessage"));
    }

    [Theory]
    [InlineData("secretsmanager:*", "*", true)]
    [InlineData("secretsmanager:PutResourcePolicy", "arn:aws:iam::123456789012:root", true)]
    [InlineData("secretsmanager:GetSecretValue", "*", false)]
    [InlineData("secretsmanager:*", "arn:aws:iam::210987654321:root", false)]
    public async Task Validation_verifies_that_the_policy_does_not_lock_out_its_caller(string denied, string principal, bool locksOut)
    {
        await Create("a");
        var policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":{"AWS":"{{principal}}"},"Action":"{{denied}}","Resource":"*"}]}""";

        foreach (var request in new object[] { new { ResourcePolicy = policy }, new { SecretId = "a", ResourcePolicy = policy } })
        {
            var answer = await Ok("ValidateResourcePolicy", request);

            Assert.Equal(!locksOut, answer.GetProperty("PolicyValidationPassed").GetBoolean());
            Assert.Equal(
                locksOut ? ["Your requested changes will not allow you to manage this secret in the future."] : [],
                answer.Items("ValidationErrors").Select(error => error.Text("ErrorMessage")));
        }
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
    [InlineData("ValidateResourcePolicy")]
    public async Task None_is_for_a_secret_that_waits_for_its_deletion(string action)
    {
        await Create("a");
        await Ok("DeleteSecret", new { SecretId = "a" });

        await Refused(
            "InvalidRequestException", "You can't perform this operation on the secret because it was marked for deletion.", action, new { SecretId = "a", ResourcePolicy = Narrow });
    }

    [Theory]
    [InlineData("PutResourcePolicy")]
    [InlineData("GetResourcePolicy")]
    [InlineData("DeleteResourcePolicy")]
    public async Task Each_needs_a_secret_that_is_there(string action) =>
        await Refused("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", action, new { SecretId = "none", ResourcePolicy = Narrow });
}
