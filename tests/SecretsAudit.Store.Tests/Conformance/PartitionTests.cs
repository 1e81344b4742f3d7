using Amazon.Runtime;
using Amazon.SecurityToken;
using SecretsAudit.Store.Operations.Iam;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Operations.Sts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>Regions of China and GovCloud lie in partitions of their own, which name users, roles and sessions otherwise.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html</remarks>
public sealed class PartitionTests : IAsyncLifetime
{
    private const string China = "cn-north-1";
    private TestStore _store = null!;

    public async Task InitializeAsync() => _store = await TestStore.OpenAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Theory]
    [InlineData("eu-west-1", "aws")]
    [InlineData("cn-northwest-1", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    [InlineData("us-iso-east-1", "aws-iso")]
    [InlineData("us-isob-east-1", "aws-iso-b")]
    public async Task A_caller_is_named_by_the_partition_of_the_region_it_calls(string region, string partition) =>
        Assert.Equal($"arn:{partition}:iam::123456789012:root", (await _store.Do(new GetCallerIdentity.Request(), region)).Arn);

    [Fact]
    public async Task A_role_of_China_is_assumed_by_its_own_name_and_trusts_who_is_named_so()
    {
        await RoleAsync("arn:aws-cn:iam::123456789012:root");
        using var sts = await StsAsync();

        var assumed = await sts.AssumeRoleAsync(new() { RoleArn = "arn:aws-cn:iam::123456789012:role/reader", RoleSessionName = "session" });

        Assert.Equal("arn:aws-cn:sts::123456789012:assumed-role/reader/session", assumed.AssumedRoleUser.Arn);
        using var session = new AmazonSecurityTokenServiceClient(
            new SessionAWSCredentials(assumed.Credentials.AccessKeyId, assumed.Credentials.SecretAccessKey, assumed.Credentials.SessionToken), InChina());
        Assert.Equal(assumed.AssumedRoleUser.Arn, (await session.GetCallerIdentityAsync(new())).Arn);
    }

    [Fact]
    public async Task A_refusal_names_caller_and_role_as_the_partition_does()
    {
        await RoleAsync("arn:aws-cn:iam::123456789012:user/somebody-else");
        using var sts = await StsAsync();

        var refusal = await Assert.ThrowsAnyAsync<AmazonServiceException>(
            () => sts.AssumeRoleAsync(new() { RoleArn = "arn:aws-cn:iam::123456789012:role/reader", RoleSessionName = "session" }));

        Assert.Equal("User: arn:aws-cn:iam::123456789012:root is not authorized to perform: sts:AssumeRole on resource: arn:aws-cn:iam::123456789012:role/reader", refusal.Message);
    }

    // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
    [Fact]
    public async Task A_key_s_default_policy_names_the_partition_s_root_and_so_lets_the_account_in()
    {
        var key = (await _store.Do(new CreateKey.Request(), China)).KeyMetadata;

        var policy = (await _store.Do(new GetKeyPolicy.Request { KeyId = key.KeyId }, China)).Policy;

        Assert.Contains("arn:aws-cn:iam::123456789012:root", policy, StringComparison.Ordinal);
        Assert.StartsWith("arn:aws-cn:kms:cn-north-1:", key.Arn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_s_policy_denies_a_user_by_the_partition_s_name_only()
    {
        await _store.Do(new CreateUser.Request { UserName = "clerk" });
        await _store.Do(new PutUserPolicy.Request { UserName = "clerk", PolicyName = "all", PolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""" });
        var clerk = new SecretsAudit.Store.Accounts.Caller(_store.Store.Accounts.Find("arn:aws:iam::123456789012:user/clerk")!);
        foreach (var (name, partition) in new[] { ("denied", "aws-cn"), ("allowed", "aws") })
        {
            await _store.Do(new CreateSecret.Request { Name = name, SecretString = "planted" }, China);
            await _store.Do(new PutResourcePolicy.Request
            {
                SecretId = name,
                ResourcePolicy = $$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":{"AWS":"arn:{{{partition}}}:iam::123456789012:user/clerk"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""",
            }, China);
        }

        await _store.As(clerk, new GetSecretValue.Request { SecretId = "allowed" }, China);
        await Assert.ThrowsAsync<AccessDeniedException>(() => _store.As(clerk, new GetSecretValue.Request { SecretId = "denied" }, China));
    }

    [Fact]
    public void What_has_a_region_or_lies_within_a_document_keeps_its_name()
    {
        var json = """{"Arn":"arn:aws:iam::1:role/a","Key":"arn:aws:kms:eu-west-1:1:key/b","Document":"{\u0022AWS\u0022:\u0022arn:aws:iam::1:root\u0022}"}"""u8.ToArray();

        Assert.Equal(
            """{"Arn":"arn:aws-cn:iam::1:role/a","Key":"arn:aws:kms:eu-west-1:1:key/b","Document":"{\u0022AWS\u0022:\u0022arn:aws:iam::1:root\u0022}"}""",
            System.Text.Encoding.UTF8.GetString(SecretsAudit.Store.Wire.PartitionNames.FromKept(json, Arn.Partition(China))));
    }

    private Task RoleAsync(string trusted) => _store.Do(new CreateRole.Request
    {
        RoleName = "reader",
        AssumeRolePolicyDocument = $$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{{trusted}}}"},"Action":"sts:AssumeRole"}]}""",
    });

    private async Task<AmazonSecurityTokenServiceClient> StsAsync()
    {
        var key = await _store.Store.Accounts.CreateAccessKeyAsync(_store.Root.Principal);
        return new(new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey), InChina());
    }

    private AmazonSecurityTokenServiceConfig InChina()
    {
        var config = _store.InProcess(new AmazonSecurityTokenServiceConfig());
        config.AuthenticationRegion = China;
        return config;
    }
}
