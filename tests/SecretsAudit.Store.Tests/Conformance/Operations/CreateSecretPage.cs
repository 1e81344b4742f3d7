namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html</summary>
public sealed class CreateSecretPage : ApiPage
{
    [Fact]
    public async Task The_answer_names_the_secret_and_the_version_which_is_the_request_token()
    {
        var body = await Ok("CreateSecret", new { Name = "app/db", SecretString = "planted", ClientRequestToken = Token });

        Assert.Equal(["ARN", "Name", "VersionId"], body.Members());
        Assert.Matches("^arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-[A-Za-z0-9]{6}$", body.Text("ARN"));
        Assert.Equal(("app/db", Token), (body.Text("Name"), body.Text("VersionId")));
    }

    [Fact]
    public async Task The_first_version_carries_AWSCURRENT()
    {
        await Ok("CreateSecret", new { Name = "app/db", SecretString = "planted", ClientRequestToken = Token });

        Assert.Equal(["AWSCURRENT"], (await Stages("app/db"))[Token]);
    }

    [Fact]
    public async Task Without_a_value_there_is_no_version()
    {
        var body = await Ok("CreateSecret", new { Name = "app/db" });

        Assert.Equal(["ARN", "Name"], body.Members());
        Assert.Empty(await Stages("app/db"));
    }

    [Fact]
    public async Task A_text_and_bytes_together_are_refused() => await Refused(
        "InvalidParameterException", "You can't specify both a binary secret value and a string secret value in the same secret.",
        "CreateSecret", new { Name = "app/db", SecretString = "planted", SecretBinary = "cGxhbnRlZA==" });

    [Fact]
    public async Task The_same_request_sent_twice_answers_the_same()
    {
        var request = new { Name = "app/db", SecretString = "planted", ClientRequestToken = Token };

        var first = await Ok("CreateSecret", request);
        var second = await Ok("CreateSecret", request);

        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task The_same_token_with_another_value_is_refused()
    {
        var arn = (await Ok("CreateSecret", new { Name = "app/db", SecretString = "planted", ClientRequestToken = Token })).Text("ARN");

        await Refused(
            "ResourceExistsException", $"You can't use ClientRequestToken {Token} because that value is already in use for a version of secret {arn}.",
            "CreateSecret", new { Name = "app/db", SecretString = "another", ClientRequestToken = Token });
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused()
    {
        await Create("app/db");

        await Refused("ResourceExistsException", "The operation failed because the secret app/db already exists.", "CreateSecret", new { Name = "app/db", SecretString = "planted" });
    }

    [Fact]
    public async Task A_name_in_its_recovery_window_is_not_free()
    {
        await Create("app/db");
        await Ok("DeleteSecret", new { SecretId = "app/db" });

        await Refused(
            "InvalidRequestException", "You can't create this secret because a secret with this name is already scheduled for deletion.",
            "CreateSecret", new { Name = "app/db" });
    }

    [Fact]
    public async Task A_name_is_free_again_after_the_recovery_window_and_the_arn_is_another_one()
    {
        var first = await Create("app/db");
        await Ok("DeleteSecret", new { SecretId = "app/db", RecoveryWindowInDays = 7 });
        await Store.PassAsync(TimeSpan.FromDays(7));

        Assert.NotEqual(first, await Create("app/db"));
    }

    [Theory]
    [InlineData("Inv Name")]
    [InlineData("naïve")]
    [InlineData("a:b")]
    [InlineData("a*")]
    public async Task A_name_takes_letters_digits_and_few_others(string name) => await Refused(
        "ValidationException", "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!",
        "CreateSecret", new { Name = name });

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public async Task A_name_has_up_to_512_characters(int length, bool fits)
    {
        var name = new string('n', length);
        if (fits)
        {
            await Ok("CreateSecret", new { Name = name });
        }
        else
        {
            await Refused(
                "ValidationException", $"1 validation error detected: Value '{name}' at 'name' failed to satisfy constraint: Member must have length less than or equal to 512",
                "CreateSecret", new { Name = name });
        }
    }

    [Fact]
    public async Task A_name_is_required() => await Refused(
        "ValidationException", "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null", "CreateSecret", new { SecretString = "planted" });

    [Fact]
    public async Task Without_a_token_the_service_refuses_because_every_sdk_sends_one() => await Refused(
        "InvalidRequestException", "You must provide a ClientRequestToken value. We recommend a UUID-type value.", "CreateSecret", """{"Name":"app/db","SecretString":"planted"}""");

    [Theory]
    [InlineData(31, "greater than or equal to 32")]
    [InlineData(65, "less than or equal to 64")]
    public async Task A_token_has_32_to_64_characters(int length, string bound)
    {
        var token = new string('t', length);

        await Refused(
            "ValidationException", $"1 validation error detected: Value '{token}' at 'clientRequestToken' failed to satisfy constraint: Member must have length {bound}",
            "CreateSecret", new { Name = "a", ClientRequestToken = token });
    }

    [Theory]
    [InlineData(65536, true)]
    [InlineData(65537, false)]
    public async Task A_text_has_up_to_65536_characters_and_is_never_quoted(int length, bool fits)
    {
        var request = new { Name = "app/db", SecretString = new string('s', length) };
        if (fits)
        {
            await Ok("CreateSecret", request);
        }
        else
        {
            Assert.Equal(
                ("ValidationException", "1 validation error detected: Value at 'secretString' failed to satisfy constraint: Member must have length less than or equal to 65536"),
                await Refused("CreateSecret", request));
        }
    }

    [Theory]
    [InlineData(65536, true)]
    [InlineData(65537, false)]
    public async Task Bytes_are_up_to_65536(int length, bool fits)
    {
        var request = new { Name = "app/db", SecretBinary = Convert.ToBase64String(new byte[length]) };
        if (fits)
        {
            await Ok("CreateSecret", request);
        }
        else
        {
            Assert.Equal("ValidationException", (await Refused("CreateSecret", request)).Code);
        }
    }

    [Fact]
    public async Task A_description_may_be_2048_characters_long_and_an_empty_one_is_none()
    {
        await Ok("CreateSecret", new { Name = "long", Description = new string('d', 2048) });
        await Ok("CreateSecret", new { Name = "none", Description = "" });

        Assert.Equal("ValidationException", (await Refused("CreateSecret", new { Name = "longer", Description = new string('d', 2049) })).Code);
        Assert.False((await Ok("DescribeSecret", new { SecretId = "none" })).Has("Description"));
    }

    [Fact]
    public async Task Fifty_tags_fit_and_fifty_one_do_not()
    {
        object Tags(int count) => Enumerable.Range(0, count).Select(i => new { Key = $"k{i}", Value = "v" }).ToArray();

        await Ok("CreateSecret", new { Name = "a", Tags = Tags(50) });

        Assert.Equal("InvalidParameterException", (await Refused("CreateSecret", new { Name = "b", Tags = Tags(51) })).Code);
    }

    [Fact]
    public async Task Tag_keys_may_not_begin_with_aws() =>
        Assert.Equal("InvalidRequestException", (await Refused("CreateSecret", new { Name = "a", Tags = new[] { new { Key = "aws:owner", Value = "v" } } })).Code);

    [Fact]
    public async Task Tag_keys_are_told_apart_by_case()
    {
        await Ok("CreateSecret", new { Name = "a", Tags = new[] { new { Key = "ABC", Value = "1" }, new { Key = "abc", Value = "2" } } });

        Assert.Equal(2, (await Ok("DescribeSecret", new { SecretId = "a" })).Items("Tags").Count);
    }

    [Fact]
    public async Task Replicas_are_made_at_once_and_their_state_is_told()
    {
        var body = await Ok("CreateSecret", new { Name = "a", SecretString = "planted", AddReplicaRegions = new[] { new { Region = "eu-central-1" } } });

        var status = Assert.Single(body.Items("ReplicationStatus"));
        Assert.Equal(("eu-central-1", "InSync"), (status.Text("Region"), status.Text("Status")));
        Assert.Equal("planted", (await Ok("GetSecretValue", new { SecretId = "a" }, "eu-central-1")).Text("SecretString"));
    }

    [Fact]
    public async Task A_key_that_does_not_exist_cannot_encrypt() => await Refused(
        "EncryptionFailure",
        "Secrets Manager can't encrypt the protected secret text using the provided KMS key. Check that the KMS key is available, enabled, and not in an invalid state.",
        "CreateSecret", new { Name = "a", SecretString = "planted", KmsKeyId = "alias/none" });

    [Fact]
    public async Task A_refused_creation_leaves_nothing()
    {
        await Refused("CreateSecret", new { Name = "a", SecretString = "planted", KmsKeyId = "alias/none" });

        Assert.Equal("ResourceNotFoundException", (await Refused("DescribeSecret", new { SecretId = "a" })).Code);
    }
}
