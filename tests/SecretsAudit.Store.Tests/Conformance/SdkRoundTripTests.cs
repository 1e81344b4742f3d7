using Amazon.KeyManagementService;
using Amazon.Runtime;
using Amazon.SecretsManager.Model;
using Amazon.SecurityToken;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>Through AWS's own client pipeline, signed, in process.</summary>
public sealed class SdkRoundTripTests
{
    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
    [Fact]
    public async Task A_secret_created_through_the_sdk_is_read_back_through_the_sdk()
    {
        await using var store = await TestStore.OpenAsync();
        using var client = await store.ClientAsync();

        var created = await client.CreateSecretAsync(new CreateSecretRequest { Name = "app/db", SecretString = "planted", Tags = [new Tag { Key = "owner", Value = "payments" }] });
        var read = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = created.ARN });

        Assert.Matches("^arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-[A-Za-z0-9]{6}$", created.ARN);
        Assert.Equal("planted", read.SecretString);
        Assert.Equal(created.VersionId, read.VersionId);
        Assert.Equal(["AWSCURRENT"], read.VersionStages);
        Assert.Equal(TestStore.Start.UtcDateTime, read.CreatedDate!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task A_missing_secret_is_the_sdks_own_exception()
    {
        await using var store = await TestStore.OpenAsync();
        using var client = await store.ClientAsync();

        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = "none" }));

        Assert.Equal("Secrets Manager can't find the specified secret.", error.Message);
        Assert.NotEmpty(error.RequestId);
    }

    [Fact]
    public async Task The_official_kms_and_sts_clients_work_against_the_store()
    {
        await using var store = await TestStore.OpenAsync();
        var key = await store.Store.Accounts.CreateAccessKeyAsync(store.Root.Principal);
        var credentials = new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey);
        using var kms = new AmazonKeyManagementServiceClient(credentials, store.InProcess(new AmazonKeyManagementServiceConfig()));
        using var sts = new AmazonSecurityTokenServiceClient(credentials, store.InProcess(new AmazonSecurityTokenServiceConfig()));

        var made = await kms.CreateKeyAsync(new() { Description = "orders" });
        var described = await kms.DescribeKeyAsync(new Amazon.KeyManagementService.Model.DescribeKeyRequest { KeyId = made.KeyMetadata.Arn });
        var identity = await sts.GetCallerIdentityAsync(new());

        Assert.Equal("orders", described.KeyMetadata.Description);
        Assert.Equal("CUSTOMER", described.KeyMetadata.KeyManager);
        Assert.Equal(TestStore.Account, identity.Account);
        Assert.Equal("arn:aws:iam::123456789012:root", identity.Arn);
    }
}
