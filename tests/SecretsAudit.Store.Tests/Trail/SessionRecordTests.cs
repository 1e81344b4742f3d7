using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.Iam;
using SecretsAudit.Store.Operations.Ssm;

namespace SecretsAudit.Store.Tests.Trail;

/// <summary>What records show of sessions and of what was made, and what they hide.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
/// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
/// </remarks>
public sealed class SessionRecordTests : IAsyncLifetime
{
    private const string RoleArn = "arn:aws:iam::123456789012:role/deploy";

    private TestStore _store = null!;
    private BasicAWSCredentials _user = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        await _store.Do(new CreateUser.Request { UserName = "jane" });
        var key = (await _store.Do(new CreateAccessKey.Request { UserName = "jane" })).AccessKey;
        _user = new(key.AccessKeyId, key.SecretAccessKey);
        await _store.Do(new CreateRole.Request
        {
            RoleName = "deploy",
            AssumeRolePolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:user/jane"},"Action":"sts:AssumeRole"}]}""",
        });
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task The_record_of_a_sessions_begin_tells_its_key_and_its_end_and_no_secret()
    {
        using var sts = Client(_user);
        var assumed = await sts.AssumeRoleAsync(new() { RoleArn = RoleArn, RoleSessionName = "ci" });

        var record = await RecordOfAsync("AssumeRole");

        Assert.Equal(assumed.Credentials.AccessKeyId, (string?)record["responseElements"]!["credentials"]!["accessKeyId"]);
        Assert.NotNull(record["responseElements"]!["credentials"]!["expiration"]);
        Assert.Equal(assumed.AssumedRoleUser.Arn, (string?)record["responseElements"]!["assumedRoleUser"]!["arn"]);
        Assert.DoesNotContain(assumed.Credentials.SecretAccessKey, record.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(assumed.Credentials.SessionToken, record.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_in_a_session_tells_when_it_began_and_whether_with_a_second_factor()
    {
        using var sts = Client(_user);
        var assumed = (await sts.AssumeRoleAsync(new() { RoleArn = RoleArn, RoleSessionName = "ci" })).Credentials;
        await _store.PassAsync(TimeSpan.FromMinutes(10));
        using var session = Client(new SessionAWSCredentials(assumed.AccessKeyId, assumed.SecretAccessKey, assumed.SessionToken));
        await session.GetCallerIdentityAsync(new());

        var context = (await RecordOfAsync("GetCallerIdentity"))["userIdentity"]!["sessionContext"]!;

        Assert.Equal("deploy", (string?)context["sessionIssuer"]!["userName"]);
        Assert.Equal("2026-03-02T10:00:00Z", (string?)context["attributes"]!["creationDate"]);
        Assert.Equal("false", (string?)context["attributes"]!["mfaAuthenticated"]);
    }

    [Fact]
    public async Task A_users_own_session_has_attributes_and_no_issuer()
    {
        using var sts = Client(_user);
        var own = (await sts.GetSessionTokenAsync(new())).Credentials;
        using var session = Client(new SessionAWSCredentials(own.AccessKeyId, own.SecretAccessKey, own.SessionToken));
        await session.GetCallerIdentityAsync(new());

        var identity = (await RecordOfAsync("GetCallerIdentity"))["userIdentity"]!;

        Assert.Equal("IAMUser", (string?)identity["type"]);
        Assert.Equal("2026-03-02T10:00:00Z", (string?)identity["sessionContext"]!["attributes"]!["creationDate"]);
        Assert.Null(identity["sessionContext"]!["sessionIssuer"]);
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/jane", new[] { "CreateAccessKey", "CreateUser" })]
    [InlineData(RoleArn, new[] { "CreateRole" })]
    public async Task The_record_of_a_creation_is_found_by_what_was_made(string arn, string[] expected)
    {
        var events = await _store.Do(new LookupEvents.Request { LookupAttributes = [new() { AttributeKey = "ResourceName", AttributeValue = arn }] });

        Assert.Equal(expected, events.Events.Select(happened => happened.EventName).Order(StringComparer.Ordinal));
    }

    // https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-cloudtrail-logs.html
    [Theory]
    [InlineData("String")]
    [InlineData("SecureString")]
    public async Task A_parameters_value_is_hidden_and_said_to_be(string type)
    {
        await _store.Do(new PutParameter.Request { Name = "/shop/key", Value = "planted", Type = type });

        var record = await RecordOfAsync("PutParameter");

        Assert.Equal("HIDDEN_DUE_TO_SECURITY_REASONS", (string?)record["requestParameters"]!["value"]);
        Assert.DoesNotContain("planted", record.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<JsonNode> RecordOfAsync(string name)
    {
        var events = await _store.Do(new LookupEvents.Request { LookupAttributes = [new() { AttributeKey = "EventName", AttributeValue = name }] });
        return JsonNode.Parse(Assert.Single(events.Events).CloudTrailEvent!)!;
    }

    private AmazonSecurityTokenServiceClient Client(AWSCredentials credentials) => new(credentials, _store.InProcess(new AmazonSecurityTokenServiceConfig()));
}
