using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations.Iam;
using SecretsAudit.Store.Operations.SecretsManager;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>MFA codes in STS calls, through AWS's own client.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html</remarks>
public sealed class SecondFactorTests : IAsyncLifetime, IDisposable
{
    private const string RoleArn = "arn:aws:iam::123456789012:role/admin";
    private const string WithMfa = "\"Condition\":{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}";

    private TestStore _store = null!;
    private AmazonSecurityTokenServiceClient _sts = null!;
    private MfaEnrollment _device = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        await _store.Do(new CreateSecret.Request { Name = "payments", SecretString = "planted" });
        await _store.Do(new CreateUser.Request { UserName = "deploy" });
        await _store.Do(new PutUserPolicy.Request
        {
            UserName = "deploy",
            PolicyName = "read",
            PolicyDocument = $$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"*",{{{WithMfa}}}}]}""",
        });
        await _store.Do(new CreateRole.Request
        {
            RoleName = "admin",
            AssumeRolePolicyDocument = $$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:user/deploy"},"Action":"sts:AssumeRole",{{{WithMfa}}}}]}""",
        });
        _device = await _store.Store.Accounts.AddMfaDeviceAsync(_store.Store.Accounts.Find("arn:aws:iam::123456789012:user/deploy")!, "phone");
        var key = (await _store.Do(new CreateAccessKey.Request { UserName = "deploy" })).AccessKey;
        _sts = new(new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey), _store.InProcess(new AmazonSecurityTokenServiceConfig()));
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    public void Dispose() => _sts.Dispose();

    [Fact]
    public async Task A_session_got_with_a_code_counts_as_authenticated_twice_and_one_without_does_not()
    {
        var with = await _sts.GetSessionTokenAsync(new GetSessionTokenRequest { SerialNumber = _device.SerialNumber, TokenCode = Code() });
        var without = await _sts.GetSessionTokenAsync(new GetSessionTokenRequest());

        Assert.Equal("planted", await ReadAsync(with.Credentials));
        await Assert.ThrowsAnyAsync<AmazonServiceException>(() => ReadAsync(without.Credentials));
    }

    [Fact]
    public async Task A_role_whose_trust_wants_a_code_is_assumed_with_one_only()
    {
        await _sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = RoleArn, RoleSessionName = "ci", SerialNumber = _device.SerialNumber, TokenCode = Code() });

        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => _sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = RoleArn, RoleSessionName = "ci" }));
        Assert.Equal("AccessDenied", refusal.ErrorCode);
    }

    [Fact]
    public async Task A_wrong_code_a_strangers_device_and_half_a_factor_are_refused()
    {
        var stranger = await _store.Store.Accounts.AddMfaDeviceAsync(_store.Root.Principal, "strangers");
        var old = OneTimeCode.At(_device.Seed.Span, TestStore.Start.AddMinutes(-5));

        foreach (var (serial, code) in (IEnumerable<(string?, string?)>)[(_device.SerialNumber, old), (stranger.SerialNumber, OneTimeCode.At(stranger.Seed.Span, TestStore.Start)), (_device.SerialNumber, null), (null, Code())])
        {
            var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => _sts.GetSessionTokenAsync(new GetSessionTokenRequest { SerialNumber = serial, TokenCode = code }));
            Assert.Equal("AccessDenied", refusal.ErrorCode);
        }
    }

    private string Code() => OneTimeCode.At(_device.Seed.Span, TestStore.Start);

    private async Task<string?> ReadAsync(Credentials credentials)
    {
        using var client = new Amazon.SecretsManager.AmazonSecretsManagerClient(
            new SessionAWSCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken),
            _store.InProcess(new Amazon.SecretsManager.AmazonSecretsManagerConfig()));
        return (await client.GetSecretValueAsync(new Amazon.SecretsManager.Model.GetSecretValueRequest { SecretId = "payments" })).SecretString;
    }
}
