using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using SecretsAudit.Store.Operations.Iam;
using SecretsAudit.Store.Operations.SecretsManager;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>Roles made with IAM, assumed through AWS's own STS client, and used through the Secrets Manager client.</summary>
/// <remarks>https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html</remarks>
public sealed class StsTests : IAsyncLifetime, IDisposable
{
    private const string RoleArn = "arn:aws:iam::123456789012:role/reader";

    private TestStore _store = null!;
    private AmazonSecurityTokenServiceClient _sts = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        await _store.Do(new CreateSecret.Request { Name = "payments", SecretString = "planted" });
        await _store.Do(new CreateUser.Request { UserName = "deploy" });
        await _store.Do(new CreateRole.Request
        {
            RoleName = "reader",
            AssumeRolePolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:user/deploy"},"Action":["sts:AssumeRole","sts:TagSession"]}]}""",
        });
        await _store.Do(new PutRolePolicy.Request
        {
            RoleName = "reader",
            PolicyName = "read",
            PolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""",
        });
        var key = (await _store.Do(new CreateAccessKey.Request { UserName = "deploy" })).AccessKey;
        _sts = new(new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey), _store.InProcess(new AmazonSecurityTokenServiceConfig()));
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    public void Dispose() => _sts.Dispose();

    [Fact]
    public async Task An_assumed_role_reads_what_its_policy_allows()
    {
        var assumed = await _sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = RoleArn, RoleSessionName = "ci" });

        Assert.Equal("arn:aws:sts::123456789012:assumed-role/reader/ci", assumed.AssumedRoleUser.Arn);
        Assert.Equal(TestStore.Start.AddHours(1).UtcDateTime, assumed.Credentials.Expiration!.Value.ToUniversalTime());
        Assert.Equal("planted", await ReadAsync(assumed.Credentials));
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
    [Fact]
    public async Task A_session_policy_takes_rights_away()
    {
        var assumed = await _sts.AssumeRoleAsync(new AssumeRoleRequest
        {
            RoleArn = RoleArn,
            RoleSessionName = "ci",
            Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:DescribeSecret","Resource":"*"}]}""",
        });

        var refusal = await Assert.ThrowsAsync<Amazon.SecretsManager.AmazonSecretsManagerException>(() => ReadAsync(assumed.Credentials));
        Assert.Equal("AccessDeniedException", refusal.ErrorCode);
    }

    // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
    [Fact]
    public async Task A_federated_user_may_what_both_the_user_and_the_passed_policy_allow()
    {
        await _store.Do(new PutUserPolicy.Request
        {
            UserName = "deploy",
            PolicyName = "all",
            PolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["secretsmanager:*","sts:GetFederationToken"],"Resource":"*"}]}""",
        });
        var bare = await _sts.GetFederationTokenAsync(new GetFederationTokenRequest { Name = "browser" });
        Assert.Equal("arn:aws:sts::123456789012:federated-user/browser", bare.FederatedUser.Arn);
        Assert.Equal("123456789012:browser", bare.FederatedUser.FederatedUserId);
        await Assert.ThrowsAsync<Amazon.SecretsManager.AmazonSecretsManagerException>(() => ReadAsync(bare.Credentials));

        var reading = await _sts.GetFederationTokenAsync(new GetFederationTokenRequest
        {
            Name = "browser",
            Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""",
        });
        Assert.Equal("planted", await ReadAsync(reading.Credentials));
    }

    [Fact]
    public async Task A_session_ends_when_its_time_has_passed()
    {
        var assumed = await _sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = RoleArn, RoleSessionName = "ci", DurationSeconds = 900 });
        await _store.PassAsync(TimeSpan.FromMinutes(16));

        var refusal = await Assert.ThrowsAsync<Amazon.SecretsManager.AmazonSecretsManagerException>(() => ReadAsync(assumed.Credentials));
        Assert.Equal("ExpiredTokenException", refusal.ErrorCode);
    }

    [Fact]
    public async Task A_role_that_does_not_trust_the_caller_is_not_assumed()
    {
        await _store.Do(new UpdateAssumeRolePolicy.Request
        {
            RoleName = "reader",
            PolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
        });

        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() =>
            _sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = RoleArn, RoleSessionName = "ci" }));
        Assert.Equal("User: arn:aws:iam::123456789012:user/deploy is not authorized to perform: sts:AssumeRole on resource: " + RoleArn, refusal.Message);
    }

    private async Task<string?> ReadAsync(Credentials credentials)
    {
        using var client = new Amazon.SecretsManager.AmazonSecretsManagerClient(
            new SessionAWSCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken),
            _store.InProcess(new Amazon.SecretsManager.AmazonSecretsManagerConfig()));
        return (await client.GetSecretValueAsync(new() { SecretId = "payments" })).SecretString;
    }
}
