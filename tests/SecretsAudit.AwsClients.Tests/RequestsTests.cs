using System.Text.Json;
using Amazon.CloudTrail;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace SecretsAudit.AwsClients.Tests;

/// <summary>What goes out, in AWS JSON 1.1.</summary>
/// <remarks>https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html</remarks>
public sealed class RequestsTests
{
    private readonly Wire _wire = Wire.Answering((200, "{}"));

    [Fact]
    public async Task A_request_names_its_operation_in_a_header_and_is_signed_for_service_and_region()
    {
        using var client = Clients.SecretsManager(_wire);
        await client.ListSecretsAsync(new() { IncludePlannedDeletion = true, MaxResults = 100 });

        var sent = Assert.Single(_wire.Sent);
        Assert.Equal("POST", sent.Method);
        Assert.Equal("secretsmanager.ListSecrets", sent.Target);
        Assert.Equal("application/x-amz-json-1.1", sent.Headers["Content-Type"]);
        Assert.Equal("""{"IncludePlannedDeletion":true,"MaxResults":100}""", sent.Body);
        Assert.Contains("/eu-west-1/secretsmanager/aws4_request", sent.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("x-amz-target", sent.SignedHeaders, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_set_is_left_out_and_what_is_set_to_empty_is_sent()
    {
        using var client = Clients.SecretsManager(_wire);
        await client.TagResourceAsync(new() { SecretId = "", Tags = [new() { Key = "k" }] });
        await client.TagResourceAsync(new() { SecretId = "a", Tags = [] });

        Assert.Equal("""{"SecretId":"","Tags":[{"Key":"k"}]}""", _wire.Sent[0].Body);
        Assert.Equal("""{"SecretId":"a","Tags":[]}""", _wire.Sent[1].Body);
    }

    [Fact]
    public async Task Members_whose_wire_name_starts_small_keep_it()
    {
        using var client = Clients.CloudTrail(_wire);
        await client.DescribeTrailsAsync(new() { IncludeShadowTrails = false, TrailNameList = ["t"] });

        Assert.Equal("""{"includeShadowTrails":false,"trailNameList":["t"]}""", _wire.Sent[0].Body);
        Assert.Equal("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.DescribeTrails", _wire.Sent[0].Target);
    }

    [Fact]
    public async Task Times_go_out_as_whole_seconds_and_constants_as_their_text()
    {
        using var client = Clients.CloudTrail(_wire);
        await client.LookupEventsAsync(new()
        {
            StartTime = new DateTime(2018, 4, 11, 20, 5, 45, DateTimeKind.Utc),
            LookupAttributes = [new() { AttributeKey = LookupAttributeKey.EventName, AttributeValue = "GetSecretValue" }],
        });

        Assert.Equal(
            """{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"GetSecretValue"}],"StartTime":1523477145}""",
            _wire.Sent[0].Body);
    }

    [Fact]
    public async Task A_blob_goes_out_whole_as_base64_wherever_its_stream_stands()
    {
        using var client = Clients.SecretsManager(_wire);
        var value = new MemoryStream([1, 2, 3]) { Position = 3 };
        await client.PutSecretValueAsync(new() { SecretId = "a", SecretBinary = value, ClientRequestToken = "t" });

        Assert.Equal("""{"ClientRequestToken":"t","SecretBinary":"AQID","SecretId":"a"}""", _wire.Sent[0].Body);
    }

    [Fact]
    public async Task A_call_without_a_token_gets_one_and_its_retries_carry_the_same()
    {
        var wire = Wire.Answering((500, """{"__type":"InternalServiceError"}"""), (200, "{}"), (200, "{}"));
        using var client = Clients.SecretsManager(wire);
        var request = new CreateSecretRequest { Name = "a" };
        await client.CreateSecretAsync(request);
        await client.CreateSecretAsync(request);

        var tokens = wire.Sent.Select(sent => JsonDocument.Parse(sent.Body).RootElement.GetProperty("ClientRequestToken").GetGuid()).ToList();
        Assert.Equal(tokens[0], tokens[1]);
        Assert.NotEqual(tokens[1], tokens[2]);
        Assert.Null(request.ClientRequestToken);
    }

    [Fact]
    public void Every_operation_that_AWS_documents_has_a_method()
    {
        string[] documented =
        [
            "BatchGetSecretValue", "CancelRotateSecret", "CreateSecret", "DeleteResourcePolicy", "DeleteSecret", "DescribeSecret",
            "GetRandomPassword", "GetResourcePolicy", "GetSecretValue", "ListSecretVersionIds", "ListSecrets", "PutResourcePolicy",
            "PutSecretValue", "RemoveRegionsFromReplication", "ReplicateSecretToRegions", "RestoreSecret", "RotateSecret",
            "StopReplicationToReplica", "TagResource", "UntagResource", "UpdateSecret", "UpdateSecretVersionStage", "ValidateResourcePolicy",
        ];

        var methods = typeof(IAmazonSecretsManager).GetMethods().Select(method => method.Name).Where(name => name.EndsWith("Async", StringComparison.Ordinal));

        Assert.Equal(documented.Select(name => name + "Async"), methods.Distinct().Order(StringComparer.Ordinal));
    }
}
