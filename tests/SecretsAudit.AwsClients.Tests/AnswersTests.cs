using System.Net;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace SecretsAudit.AwsClients.Tests;

/// <summary>What comes back, in AWS JSON 1.1.</summary>
/// <remarks>https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html</remarks>
public sealed class AnswersTests
{
    [Fact]
    public async Task What_AWS_leaves_out_is_null_never_a_default()
    {
        var secret = await DescribeAsync("""{"ARN":"arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf"}""");

        Assert.Equal("arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf", secret.ARN);
        Assert.Null(secret.RotationEnabled);
        Assert.Null(secret.LastAccessedDate);
        Assert.Null(secret.Tags);
        Assert.Null(secret.VersionIdsToStages);
    }

    [Fact]
    public async Task A_null_is_read_as_absent()
    {
        var secret = await DescribeAsync("""{"RotationEnabled":null,"Tags":null,"LastRotatedDate":null,"ReplicationStatus":[{"Status":null}]}""");

        Assert.Null(secret.RotationEnabled);
        Assert.Null(secret.Tags);
        Assert.Null(secret.LastRotatedDate);
        Assert.Null(Assert.Single(secret.ReplicationStatus!).Status);
    }

    [Theory]
    [InlineData("1523477145.713", "2018-04-11T20:05:45.7130000Z")]
    [InlineData("1523477145", "2018-04-11T20:05:45.0000000Z")]
    [InlineData("1.523477145713E9", "2018-04-11T20:05:45.7130000Z")]
    [InlineData("-1.5", "1969-12-31T23:59:58.5000000Z")]
    [InlineData("\"2018-04-11T22:05:45.713+02:00\"", "2018-04-11T20:05:45.7130000Z")]
    public async Task A_timestamp_is_seconds_since_1970_with_their_fraction_in_UTC(string wire, string expected)
    {
        var secret = await DescribeAsync($$"""{"LastChangedDate":{{wire}}}""");

        Assert.Equal(expected, secret.LastChangedDate!.Value.ToString("O"));
        Assert.Equal(DateTimeKind.Utc, secret.LastChangedDate.Value.Kind);
    }

    [Theory]
    [InlineData("1e300")]
    [InlineData("99999999999999")]
    [InlineData("\"tomorrow\"")]
    [InlineData("true")]
    public async Task A_timestamp_that_is_none_is_an_error_not_a_date(string wire) =>
        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => DescribeAsync($$"""{"LastChangedDate":{{wire}}}"""));

    [Fact]
    public async Task A_map_of_lists_keeps_each_versions_labels()
    {
        var secret = await DescribeAsync("""{"VersionIdsToStages":{"v1":["AWSCURRENT","blue"],"v2":["AWSPREVIOUS"]}}""");

        Assert.Equal(["AWSCURRENT", "blue"], secret.VersionIdsToStages!["v1"]);
        Assert.Equal(["AWSPREVIOUS"], secret.VersionIdsToStages["v2"]);
    }

    [Fact]
    public async Task A_blob_is_base64_and_starts_at_its_beginning()
    {
        using var client = Clients.SecretsManager(Wire.Answering((200, """{"SecretBinary":"+/8A"}""")));

        var value = await client.GetSecretValueAsync(new() { SecretId = "a" });

        Assert.Equal([0xFB, 0xFF, 0x00], value.SecretBinary!.ToArray());
        Assert.Equal(0, value.SecretBinary.Position);
    }

    [Fact]
    public async Task A_constant_compares_by_text_and_one_that_is_new_to_us_is_kept()
    {
        var secret = await DescribeAsync("""{"ReplicationStatus":[{"Status":"InSync"},{"Status":"Paused"}]}""");

        Assert.Equal(StatusType.InSync, secret.ReplicationStatus![0].Status);
        Assert.Equal("Paused", secret.ReplicationStatus[1].Status!.Value);
    }

    [Fact]
    public async Task Members_that_are_new_to_us_are_ignored_at_any_depth()
    {
        var secret = await DescribeAsync("""{"Novel":{"a":[{"b":1}]},"RotationRules":{"Duration":"3h","Novel":[]},"Name":"n"}""");

        Assert.Equal("n", secret.Name);
        Assert.Equal("3h", secret.RotationRules!.Duration);
    }

    [Fact]
    public async Task The_SDKs_own_members_of_an_answer_are_not_read_from_the_wire()
    {
        var secret = await DescribeAsync("""{"HttpStatusCode":418,"ContentLength":-5,"ResponseMetadata":{"RequestId":"forged"}}""");

        Assert.Equal(HttpStatusCode.OK, secret.HttpStatusCode);
        Assert.Equal("7a62c49f-347e-4fc4-9331-6e8e7a96aa73", secret.ResponseMetadata.RequestId);
        Assert.True(secret.ContentLength > 0);
    }

    [Fact]
    public async Task An_answer_without_a_length_is_read_to_its_end()
    {
        var tags = string.Join(',', Enumerable.Range(0, 3000).Select(i => $$"""{"Key":"k{{i}}","Value":"v"}"""));
        var wire = new Wire((_, _) => new HttpResponseMessage(HttpStatusCode.OK) { Content = new Chunked($$"""{"Tags":[{{tags}}]}""") });
        using var client = Clients.SecretsManager(wire);

        var secret = await client.DescribeSecretAsync(new() { SecretId = "a" });

        Assert.Equal(3000, secret.Tags!.Count);
    }

    [Fact]
    public async Task An_operation_without_output_may_answer_nothing()
    {
        using var client = Clients.SecretsManager(Wire.Answering((200, "")));

        var answer = await client.TagResourceAsync(new() { SecretId = "a", Tags = [] });

        Assert.Equal(HttpStatusCode.OK, answer.HttpStatusCode);
    }

    [Theory]
    [InlineData("""{"Name":"half""")]
    [InlineData("<html>a captive portal</html>")]
    [InlineData("""{"Name":{"not":"text"}}""")]
    [InlineData("[]")]
    public async Task A_malformed_answer_is_an_error(string body) =>
        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => DescribeAsync(body));

    [Fact]
    public async Task A_malformed_answer_does_not_put_the_value_into_the_exception()
    {
        using var client = WithoutRetries(Wire.Answering((200, """{"SecretString":"hunter2-hunter2","Name":""")));

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.GetSecretValueAsync(new() { SecretId = "a" }));

        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ResponseBody ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_beyond_the_limit_is_refused()
    {
        var endless = new Wire((_, _) => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Endless()) });
        using var client = WithoutRetries(endless);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.DescribeSecretAsync(new() { SecretId = "a" }));

        Assert.IsType<InvalidDataException>(error.InnerException);
    }

    // The SDK tries a malformed answer again, with pauses; the last try says the same.
    private static AmazonSecretsManagerClient WithoutRetries(Wire wire) => Clients.SecretsManager(wire, set: config => config.MaxErrorRetry = 0);

    private static async Task<DescribeSecretResponse> DescribeAsync(string body)
    {
        using var client = WithoutRetries(Wire.Answering((200, body)));
        return await client.DescribeSecretAsync(new() { SecretId = "a" });
    }

    private sealed class Chunked(string text) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text)).AsTask();

        protected override bool TryComputeLength(out long length) => (length = 0) < 0;
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) { buffer.AsSpan(offset, count).Fill((byte)' '); return count; }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
