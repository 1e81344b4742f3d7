using System.Net;
using Amazon.CloudTrail.Model;
using Amazon.ConfigService.Model;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace SecretsAudit.AwsClients.Tests;

/// <summary>AWS's errors become typed exceptions, whatever form the body takes; transient ones are tried again.</summary>
public sealed class ErrorsTests
{
    [Theory]
    [InlineData("""{"__type":"ResourceNotFoundException","Message":"Secrets Manager can't find the specified secret."}""")]
    [InlineData("""{"__type":"com.amazonaws.secretsmanager#ResourceNotFoundException","message":"Secrets Manager can't find the specified secret."}""")]
    [InlineData("""{"__type":"com.amazonaws.secretsmanager#ResourceNotFoundException:http://internal.amazon.com/","message":"Secrets Manager can't find the specified secret."}""")]
    [InlineData("""{"code":"ResourceNotFoundException","message":"Secrets Manager can't find the specified secret."}""")]
    public async Task The_error_code_is_read_in_each_form_that_AWS_writes(string body)
    {
        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => DescribeAsync(Wire.Answering((400, body))));

        Assert.Equal("ResourceNotFoundException", error.ErrorCode);
        Assert.Equal("Secrets Manager can't find the specified secret.", error.Message);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal("7a62c49f-347e-4fc4-9331-6e8e7a96aa73", error.RequestId);
    }

    [Fact]
    public async Task The_error_code_may_stand_in_a_header()
    {
        var wire = new Wire((_, _) =>
        {
            var answer = Wire.Json(400, """{"message":"no"}""");
            answer.Headers.Add("x-amzn-ErrorType", "ResourceNotFoundException:http://internal.amazon.com/coral/");
            return answer;
        });

        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => DescribeAsync(wire));
        Assert.Equal("no", error.Message);
    }

    [Theory]
    [InlineData("DecryptionFailure", typeof(DecryptionFailureException))]
    [InlineData("EncryptionFailure", typeof(EncryptionFailureException))]
    [InlineData("InternalServiceError", typeof(InternalServiceErrorException))]
    [InlineData("MalformedPolicyDocumentException", typeof(MalformedPolicyDocumentException))]
    public async Task The_exception_is_named_as_the_SDK_names_it_even_where_the_wire_does_not(string code, Type expected)
    {
        var error = await Assert.ThrowsAsync(expected, () => DescribeAsync(Wire.Answering((400, $$"""{"__type":"{{code}}","Message":"m"}"""))));

        Assert.Equal(code, ((AmazonServiceException)error).ErrorCode);
    }

    [Theory]
    [InlineData("""{"__type":"AccessDeniedException","Message":"User is not authorized"}""", "AccessDeniedException")]
    [InlineData("""{"__type":"SomethingNew"}""", "SomethingNew")]
    [InlineData("{}", "")]
    [InlineData("not json", "")]
    public async Task An_error_that_the_service_does_not_document_is_the_services_own_exception(string body, string code)
    {
        var error = await Assert.ThrowsAsync<AmazonSecretsManagerException>(() => DescribeAsync(Wire.Answering((400, body))));

        Assert.Equal(code, error.ErrorCode);
    }

    [Fact]
    public async Task Each_service_has_its_own_exceptions()
    {
        using var trail = Clients.CloudTrail(Wire.Answering((400, """{"__type":"InvalidTimeRangeException"}""")));
        using var config = Clients.ConfigService(Wire.Answering((400, """{"__type":"NoSuchConfigRuleException"}""")));

        await Assert.ThrowsAsync<InvalidTimeRangeException>(() => trail.LookupEventsAsync(new()));
        await Assert.ThrowsAsync<NoSuchConfigRuleException>(() => config.DescribeComplianceByConfigRuleAsync(new()));
    }

    [Theory]
    [InlineData(400, "ThrottlingException")]
    [InlineData(500, "InternalServiceError")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task A_call_that_was_throttled_or_failed_on_AWSs_side_is_tried_again(int status, string code)
    {
        var wire = Wire.Answering((status, $$"""{"__type":"{{code}}"}"""), (200, """{"Name":"a"}"""));

        Assert.Equal("a", (await DescribeAsync(wire)).Name);
        Assert.Equal(2, wire.Sent.Count);
    }

    [Fact]
    public async Task A_call_that_stays_throttled_fails_with_AWSs_code_after_the_configured_tries()
    {
        var wire = Wire.Answering((400, """{"__type":"ThrottlingException","Message":"Rate exceeded"}"""));

        var error = await Assert.ThrowsAsync<AmazonSecretsManagerException>(() => DescribeAsync(wire));
        Assert.Equal("ThrottlingException", error.ErrorCode);
        Assert.Equal(3, wire.Sent.Count);
    }

    [Fact]
    public async Task A_refused_call_is_not_tried_again()
    {
        var wire = Wire.Answering((400, """{"__type":"AccessDeniedException"}"""));

        await Assert.ThrowsAsync<AmazonSecretsManagerException>(() => DescribeAsync(wire));
        Assert.Single(wire.Sent);
    }

    private static async Task<DescribeSecretResponse> DescribeAsync(Wire wire)
    {
        using var client = Clients.SecretsManager(wire);
        return await client.DescribeSecretAsync(new() { SecretId = "a" });
    }
}
