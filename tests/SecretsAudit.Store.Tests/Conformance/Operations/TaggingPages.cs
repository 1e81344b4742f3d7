namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html and
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UntagResource.html
/// </summary>
public sealed class TaggingPages : ApiPage
{
    [Fact]
    public async Task Tags_are_added_and_a_key_that_is_there_takes_the_new_value()
    {
        await Ok("CreateSecret", new { Name = "a", Tags = new[] { new { Key = "owner", Value = "orders" } } });

        var body = await Ok("TagResource", new { SecretId = "a", Tags = new[] { new { Key = "owner", Value = "payments" }, new { Key = "env", Value = "prod" } } });

        Assert.Equal(System.Text.Json.JsonValueKind.Undefined, body.ValueKind);
        Assert.Equal(
            ["env=prod", "owner=payments"],
            (await Ok("DescribeSecret", new { SecretId = "a" })).Items("Tags").Select(tag => $"{tag.Text("Key")}={tag.Text("Value")}").Order());
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_removed_without_complaint()
    {
        await Create("a");

        Assert.Equal(System.Text.Json.JsonValueKind.Undefined, (await Ok("UntagResource", new { SecretId = "a", TagKeys = new[] { "none" } })).ValueKind);
        Assert.False((await Ok("DescribeSecret", new { SecretId = "a" })).Has("Tags"));
    }

    [Fact]
    public async Task Fifty_tags_are_the_most_a_secret_has()
    {
        await Ok("CreateSecret", new { Name = "a", Tags = Enumerable.Range(0, 50).Select(i => new { Key = $"k{i}", Value = "v" }) });

        Assert.Equal("InvalidParameterException", (await Refused("TagResource", new { SecretId = "a", Tags = new[] { new { Key = "one more", Value = "v" } } })).Code);
    }

    [Theory]
    [InlineData(128, 256, true)]
    [InlineData(129, 1, false)]
    [InlineData(1, 257, false)]
    [InlineData(0, 1, false)]
    [InlineData(1, 0, true)]
    public async Task A_key_has_1_to_128_and_a_value_up_to_256_characters(int key, int value, bool fits)
    {
        await Create("a");
        var request = new { SecretId = "a", Tags = new[] { new { Key = new string('k', key), Value = new string('v', value) } } };
        if (fits)
        {
            await Ok("TagResource", request);
        }
        else
        {
            Assert.Equal("ValidationException", (await Refused("TagResource", request)).Code);
        }
    }

    [Fact]
    public async Task Both_need_their_list()
    {
        await Create("a");

        await Refused("ValidationException", "1 validation error detected: Value null at 'tags' failed to satisfy constraint: Member must not be null", "TagResource", new { SecretId = "a" });
        await Refused("ValidationException", "1 validation error detected: Value null at 'tagKeys' failed to satisfy constraint: Member must not be null", "UntagResource", new { SecretId = "a" });
    }

    [Theory]
    [InlineData("TagResource")]
    [InlineData("UntagResource")]
    public async Task A_secret_pending_deletion_is_not_tagged(string action)
    {
        await Create("a");
        await Ok("DeleteSecret", new { SecretId = "a" });

        await Refused(
            "InvalidRequestException", "You can't perform this operation on the secret because it was marked for deletion.",
            action, new { SecretId = "a", Tags = new[] { new { Key = "k", Value = "v" } }, TagKeys = new[] { "k" } });
    }
}
