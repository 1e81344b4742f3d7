using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.Iam;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>Who stands behind a session is named once and stays the same along the chain of roles.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html</remarks>
public sealed class SourceIdentityTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private BasicAWSCredentials _user = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        await _store.Do(new CreateUser.Request { UserName = "deploy" });
        await RoleAsync("first", "\"sts:AssumeRole\",\"sts:SetSourceIdentity\"", "arn:aws:iam::123456789012:user/deploy");
        await RoleAsync("second", "\"sts:AssumeRole\",\"sts:SetSourceIdentity\"", "arn:aws:iam::123456789012:role/first");
        await RoleAsync("plain", "\"sts:AssumeRole\"", "arn:aws:iam::123456789012:user/deploy");
        var key = (await _store.Do(new CreateAccessKey.Request { UserName = "deploy" })).AccessKey;
        _user = new(key.AccessKeyId, key.SecretAccessKey);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_second_role_of_the_chain_inherits_it_and_the_trail_shows_it()
    {
        var first = await AssumeAsync(_user, "first", "jane");
        var second = await AssumeAsync(Session(first), "second", null);
        using var sts = Client(Session(second));
        await sts.GetCallerIdentityAsync(new());

        Assert.Equal(("jane", "jane"), (first.SourceIdentity, second.SourceIdentity));
        var events = await _store.Do(new LookupEvents.Request { LookupAttributes = [new() { AttributeKey = "EventName", AttributeValue = "GetCallerIdentity" }] });
        Assert.Contains("\"sourceIdentity\":\"jane\"", Assert.Single(events.Events).CloudTrailEvent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_cannot_be_changed_along_the_chain()
    {
        var first = await AssumeAsync(_user, "first", "jane");

        Assert.Equal("AccessDenied", (await Assert.ThrowsAnyAsync<AmazonServiceException>(() => AssumeAsync(Session(first), "second", "mallory"))).ErrorCode);
    }

    [Fact]
    public async Task A_role_whose_trust_policy_does_not_let_it_be_set_cannot_be_assumed_with_one()
    {
        var refusal = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => AssumeAsync(_user, "plain", "jane"));

        Assert.Contains("is not authorized to perform: sts:SetSourceIdentity", refusal.Message, StringComparison.Ordinal);
        Assert.Null((await AssumeAsync(_user, "plain", null)).SourceIdentity);
    }

    // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors
    [Fact]
    public async Task Session_policies_that_take_too_much_room_are_refused()
    {
        using var sts = Client(_user);
        var policy = $$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Sid":"{{{new string('a', 1900)}}}"}]}""";
        var arns = Enumerable.Range(0, 3).Select(_ => new PolicyDescriptorType { Arn = "arn:aws:iam::aws:policy/SecretsManagerReadWrite" }).ToList();

        var refusal = await Assert.ThrowsAsync<PackedPolicyTooLargeException>(
            () => sts.AssumeRoleAsync(new() { RoleArn = "arn:aws:iam::123456789012:role/plain", RoleSessionName = "ci", Policy = policy, PolicyArns = arns }));

        Assert.Equal("Packed policy consumes 104% of allotted space, please use smaller policy.", refusal.Message);
    }

    private Task RoleAsync(string name, string actions, string trusted) => _store.Do(new CreateRole.Request
    {
        RoleName = name,
        AssumeRolePolicyDocument = $$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{{trusted}}}"},"Action":[{{{actions}}}]}]}""",
    });

    private async Task<AssumeRoleResponse> AssumeAsync(AWSCredentials credentials, string role, string? source)
    {
        using var sts = Client(credentials);
        return await sts.AssumeRoleAsync(new() { RoleArn = "arn:aws:iam::123456789012:role/" + role, RoleSessionName = "ci", SourceIdentity = source });
    }

    private AmazonSecurityTokenServiceClient Client(AWSCredentials credentials) => new(credentials, _store.InProcess(new AmazonSecurityTokenServiceConfig()));

    private static SessionAWSCredentials Session(AssumeRoleResponse assumed) =>
        new(assumed.Credentials.AccessKeyId, assumed.Credentials.SecretAccessKey, assumed.Credentials.SessionToken);
}
