using Amazon;
using Amazon.ConfigService.Model;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace SecretsAudit.AwsClients.Tests;

/// <summary>Systems Manager's Parameter Store, as far as an audit asks: metadata, tags and sharing, never a value.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html"/>
public sealed class SimpleSystemsManagementTests
{
    [Fact]
    public async Task A_request_names_its_operation_and_is_signed_for_the_service()
    {
        var wire = Wire.Answering((200, "{}"));
        using var client = Client(wire);
        await client.DescribeParametersAsync(new() { MaxResults = 50 });
        await client.ListTagsForResourceAsync(new() { ResourceType = ResourceTypeForTagging.Parameter, ResourceId = "/a" });
        await client.GetResourcePoliciesAsync(new() { ResourceArn = "arn:a" });

        Assert.Equal(["AmazonSSM.DescribeParameters", "AmazonSSM.ListTagsForResource", "AmazonSSM.GetResourcePolicies"], wire.Sent.Select(sent => sent.Target));
        Assert.Equal("""{"MaxResults":50}""", wire.Sent[0].Body);
        Assert.Contains("\"ResourceType\":\"Parameter\"", wire.Sent[1].Body, StringComparison.Ordinal);
        Assert.Contains("/eu-west-1/ssm/aws4_request", wire.Sent[0].Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("ssm.eu-west-1.amazonaws.com", wire.Sent[0].Uri.Host);
    }

    [Fact]
    public async Task An_answer_is_read_with_its_constants_times_and_rules()
    {
        using var client = Client(Wire.Answering((200, """
            {"Parameters":[{"Name":"/a","ARN":"arn:a","Type":"SecureString","KeyId":"alias/k","Tier":"Intelligent-Tiering","Version":7,"LastModifiedDate":1763990000.5,
             "Policies":[{"PolicyType":"Expiration","PolicyText":"{}","PolicyStatus":"Pending"}]}],"NextToken":"n"}
            """)));

        var answer = await client.DescribeParametersAsync(new());

        var parameter = Assert.Single(answer.Parameters!);
        Assert.Equal((ParameterType.SecureString, ParameterTier.IntelligentTiering, 7L), (parameter.Type, parameter.Tier, parameter.Version));
        Assert.Equal(new DateTime(2025, 11, 24, 13, 13, 20, 500, DateTimeKind.Utc), parameter.LastModifiedDate);
        Assert.Equal(("Expiration", "n"), (Assert.Single(parameter.Policies!).PolicyType, answer.NextToken));
    }

    [Fact]
    public async Task An_error_is_of_its_own_class()
    {
        using var client = Client(Wire.Answering((400, """{"__type":"InvalidNextToken","Message":"no"}""")));

        Assert.Equal("InvalidNextToken", (await Assert.ThrowsAsync<Amazon.SimpleSystemsManagement.Model.InvalidNextTokenException>(() => client.DescribeParametersAsync(new()))).ErrorCode);
    }

    /// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigurationRecorderStatus.html"/>
    [Fact]
    public async Task A_recorders_status_is_read_by_its_small_names()
    {
        var wire = Wire.Answering((200, """{"ConfigurationRecordersStatus":[{"name":"default","recording":true,"lastStatus":"Success","lastStartTime":1763990000}]}"""));
        using var client = Clients.ConfigService(wire);

        ConfigurationRecorderStatus recorder = Assert.Single((await client.DescribeConfigurationRecorderStatusAsync(new())).ConfigurationRecordersStatus!);

        Assert.Equal("StarlingDoveService.DescribeConfigurationRecorderStatus", wire.Sent[0].Target);
        Assert.Equal(("default", true, Amazon.ConfigService.RecorderStatus.Success), (recorder.Name, recorder.Recording, recorder.LastStatus));
    }

    private static AmazonSimpleSystemsManagementClient Client(Wire wire) =>
        new(Clients.Example, new AmazonSimpleSystemsManagementConfig { RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = wire, RetryMode = RequestRetryMode.Standard });
}
