using System.Net;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace SecretsAudit.Store.Tests.Wire;

/// <summary>https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html</summary>
public sealed class ProtocolTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private RequestSigner _signer = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync(new StoreOptions { StartAt = TestStore.Start.AddMilliseconds(250), Ticking = false });
        _signer = await _store.SignerAsync();
    }

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    [Fact]
    public async Task Timestamps_are_seconds_with_a_fraction_and_absent_members_are_left_out()
    {
        await Send("CreateSecret", """{"Name":"a","ClientRequestToken":"11111111-1111-1111-1111-111111111111"}""");

        var (_, body) = await Send("DescribeSecret", """{"SecretId":"a"}""");

        Assert.Equal("1772445600.25", body.GetProperty("CreatedDate").GetRawText());
        Assert.Equal(["ARN", "Name", "LastChangedDate", "CreatedDate"], body.EnumerateObject().Select(member => member.Name));
    }

    /// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html: "an HTTP 200 response with an empty HTTP body".</summary>
    [Fact]
    public async Task An_operation_without_output_answers_an_empty_body()
    {
        await Send("CreateSecret", """{"Name":"a","ClientRequestToken":"11111111-1111-1111-1111-111111111111"}""");

        using var response = await _store.Http.SendAsync(_signer.Sign("secretsmanager.TagResource", """{"SecretId":"a","Tags":[{"Key":"k","Value":"v"}]}"""));

        Assert.Equal((HttpStatusCode.OK, 0), (response.StatusCode, response.Content.Headers.ContentLength));
        Assert.Equal("application/x-amz-json-1.1", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("secretsmanager.StealSecrets")]
    [InlineData("DynamoDB_20120810.GetItem")]
    [InlineData("secretsmanager")]
    public async Task An_unknown_target_is_an_unknown_operation(string target)
    {
        using var response = await _store.Http.SendAsync(_signer.Sign(target, "{}"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("""{"__type":"UnknownOperationException"}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"SecretId":7}""")]
    [InlineData("""{"SecretId":"\ud800"}""")]
    public async Task A_malformed_body_cannot_be_deserialised(string json)
    {
        var (status, body) = await Send("GetSecretValue", json);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("SerializationException", body.GetProperty("__type").GetString());
    }

    [Fact]
    public async Task Unknown_members_are_ignored()
    {
        var (status, _) = await Send("ListSecrets", """{"Surprise":{"deep":[1,2]}}""");

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task A_missing_member_and_a_long_one_are_told_in_one_message_as_aws_words_it()
    {
        var (_, body) = await Send("GetSecretValue", """{"VersionId":"short"}""");

        Assert.Equal("ValidationException", body.GetProperty("__type").GetString());
        Assert.Equal(
            "2 validation errors detected: Value null at 'secretId' failed to satisfy constraint: Member must not be null; "
            + "Value 'short' at 'versionId' failed to satisfy constraint: Member must have length greater than or equal to 32",
            body.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_value_that_is_too_long_is_not_quoted_in_the_error()
    {
        var value = new string('s', 65537);

        var (_, body) = await Send("CreateSecret", $$"""{"Name":"a","ClientRequestToken":"11111111-1111-1111-1111-111111111111","SecretString":"{{value}}"}""");

        Assert.Equal("ValidationException", body.GetProperty("__type").GetString());
        Assert.DoesNotContain("sss", body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        using var response = await _store.Http.SendAsync(_signer.Sign("secretsmanager.ListSecrets", new string(' ', 1024 * 1024 + 1)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Sts_answers_in_xml_and_refuses_in_xml()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://store.test/")
        {
            Content = new StringContent("Action=GetCallerIdentity&Version=2011-06-15", Encoding.UTF8, "application/x-www-form-urlencoded"),
        };

        using var response = await _store.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("<Code>MissingAuthenticationToken</Code>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_json_comes_the_answer_is_never_the_stores_own_failure()
    {
        var actions = Operations.OperationCatalogue.All.Where(operation => operation.Service.SigningName == "secretsmanager").Select(operation => operation.Action).ToArray();
        var members = new[] { "SecretId", "Name", "ClientRequestToken", "SecretString", "Tags", "Filters", "MaxResults", "NextToken", "SecretIdList", "RotationRules", "AddReplicaRegions", "VersionStages", "ResourcePolicy", "TagKeys", "RemoveReplicaRegions" };
        var values = new[] { "null", "\"\"", "\"a\"", "0", "-1", "1e400", "true", "[]", "[null]", "{}", "[{}]", "[\"\"]", "[{\"Key\":\"name\",\"Values\":[null]}]", "[{\"Key\":null}]", "[{\"Region\":\"eu-west-2\"}]", "{\"ScheduleExpression\":\"cron(0 8 L * ? *)\"}", "\"arn:aws:secretsmanager:::secret:\"", "\"11111111-1111-1111-1111-111111111111\"" };
        await Gen.Select(Gen.OneOfConst(actions), Gen.Select(Gen.OneOfConst(members), Gen.OneOfConst(values)).Array[0, 6]).SampleAsync(
            async (action, pairs) =>
            {
                var json = "{" + string.Join(',', pairs.DistinctBy(pair => pair.Item1).Select(pair => $"\"{pair.Item1}\":{pair.Item2}")) + "}";
                using var response = await _store.Http.SendAsync(_signer.Sign("secretsmanager." + action, json));
                Assert.True((int)response.StatusCode is 200 or 400, $"{action} {json}");
            },
            iter: 2000,
            threads: 1);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> Send(string action, string json)
    {
        using var response = await _store.Http.SendAsync(_signer.Sign("secretsmanager." + action, json));
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, document.RootElement.Clone());
    }
}
