using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;
using Amazon.SecretsManager;
using SecretsAudit.Model;
using SecretsAudit.Store;
using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Collectors.Tests;

/// <summary>The reference store is read as AWS is: through the same clients, the same signatures and the same refusals.</summary>
public sealed class ReferenceStoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private ReferenceStore _store = null!;
    private HttpMessageHandler _handler = null!;

    public async Task InitializeAsync()
    {
        _store = await ReferenceStore.OpenAsync(new StoreOptions { StartAt = Start, Ticking = false, IdentifierSeed = 7 });
        _handler = _store.CreateHandler();
    }

    public async Task DisposeAsync()
    {
        _handler.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task An_account_that_AWSs_own_client_filled_is_read_whole()
    {
        var root = await _store.Accounts.CreateAccountAsync("111111111111", "payments");
        var credentials = await KeyOfAsync(root);
        using var secrets = Secrets(credentials);
        using var keys = new AmazonKeyManagementServiceClient(credentials, InProcess(new AmazonKeyManagementServiceConfig()));
        var key = (await keys.CreateKeyAsync(new CreateKeyRequest { Description = "payments" })).KeyMetadata;
        await keys.CreateAliasAsync(new CreateAliasRequest { AliasName = "alias/payments", TargetKeyId = key.KeyId });
        var created = await secrets.CreateSecretAsync(new()
        {
            Name = "pay/db", SecretString = "not to be seen", KmsKeyId = key.Arn, Description = "the ledger", Tags = [new() { Key = "team", Value = "pay" }],
        });
        await secrets.PutResourcePolicyAsync(new()
        {
            SecretId = "pay/db",
            ResourcePolicy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""",
        });
        await secrets.CreateSecretAsync(new() { Name = "gone", SecretString = "not to be seen" });
        await secrets.DeleteSecretAsync(new() { SecretId = "gone", RecoveryWindowInDays = 7 });
        await secrets.GetSecretValueAsync(new() { SecretId = "pay/db" });
        await secrets.GetSecretValueAsync(new() { SecretId = created.ARN });
        await _store.MoveClockAsync(Start + TimeSpan.FromHours(2));

        var items = await ReadAsync(credentials, account: null);

        Assert.Empty(items.Gaps());
        Assert.Equal(new Scope("111111111111", "eu-west-1"), Assert.Single(items.OfType<InventoryItem.ScopeRead>()).Scope);
        var secret = Assert.Single(items.Secrets(), secret => secret.Name == "pay/db");
        Assert.Equal(created.ARN, secret.Arn);
        Assert.Equal("the ledger", secret.Description.Value);
        Assert.Equal(key.Arn, secret.KmsKeyId.Value);
        Assert.Equal(Start, secret.CreatedAt.Value);
        Assert.Equal("pay", secret.Tags.Value["team"]);
        Assert.Contains("secretsmanager:GetSecretValue", secret.ResourcePolicy.Value, StringComparison.Ordinal);
        Assert.Equal(["AWSCURRENT"], Assert.Single(secret.Versions.Value).StagingLabels);
        Assert.Equal((2, 0), (secret.Usage.Value.Reads, secret.Usage.Value.DeniedReads));
        Assert.Equal(["arn:aws:iam::111111111111:root"], secret.Usage.Value.Readers);
        Assert.Equal(Start, secret.Usage.Value.LastRead);
        Assert.True(Assert.Single(items.Secrets(), gone => gone.Name == "gone").DeletedAt.IsKnown);
        var read = Assert.Single(items.Keys(), found => found.Arn == key.Arn);
        Assert.Equal(["alias/payments"], read.Aliases.Value);
        Assert.Equal(("CUSTOMER", "Enabled", false), (read.Manager.Value, read.State.Value, read.RotationEnabled.Value));
        Assert.True(read.Policy.IsKnown);
    }

    [Fact]
    public async Task What_the_auditors_own_policy_does_not_allow_becomes_gaps()
    {
        var root = await _store.Accounts.CreateAccountAsync("111111111111", "payments");
        using var secrets = Secrets(await KeyOfAsync(root));
        await secrets.CreateSecretAsync(new() { Name = "open", SecretString = "not to be seen" });
        await secrets.CreateSecretAsync(new() { Name = "closed", SecretString = "not to be seen" });
        var auditor = await _store.Accounts.CreateUserAsync("111111111111", "auditor", new Dictionary<string, string>
        {
            ["audit"] = """
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Action":["secretsmanager:ListSecrets","secretsmanager:DescribeSecret"],"Resource":"*"},
                 {"Effect":"Allow","Action":"secretsmanager:GetResourcePolicy","Resource":"arn:aws:secretsmanager:*:*:secret:open-*"}]}
                """,
        });

        var items = await ReadAsync(await KeyOfAsync(auditor), "111111111111");

        Assert.True(items.Secrets().Single(secret => secret.Name == "open").ResourcePolicy.IsAbsent);
        Assert.True(items.Secrets().Single(secret => secret.Name == "closed").ResourcePolicy.IsUnknown);
        Assert.All(items.Secrets(), secret => Assert.True(secret.Usage.IsUnknown && secret.CreatedAt.IsKnown));
        Assert.All(items.Gaps(), gap => Assert.Equal(GapKind.Denied, gap.Kind));
        Assert.Equal(
            ["cloudtrail:LookupEvents", "config:DescribeComplianceByConfigRule", "kms:ListAliases", "kms:ListKeys", "secretsmanager:GetResourcePolicy", "secretsmanager:ListSecretVersionIds"],
            items.Gaps().Select(gap => gap.Operation).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Credentials_that_the_store_does_not_know_are_told_apart_from_missing_rights()
    {
        var items = await ReadAsync(new BasicAWSCredentials("AKIAUNKNOWN000000000", "example"), account: null);

        var gap = Assert.Single(items.Gaps());
        Assert.Equal(GapKind.Denied, gap.Kind);
        Assert.Contains("credentials", gap.Remedy, StringComparison.Ordinal);
    }

    private async Task<AWSCredentials> KeyOfAsync(Principal principal)
    {
        var key = await _store.Accounts.CreateAccessKeyAsync(principal);
        return new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey);
    }

    private AmazonSecretsManagerClient Secrets(AWSCredentials credentials) => new(credentials, InProcess(new AmazonSecretsManagerConfig()));

    private T InProcess<T>(T config)
        where T : ClientConfig
    {
        config.RegionEndpoint = Amazon.RegionEndpoint.EUWest1;
        config.HttpClientFactory = new Network(_handler);
        return config;
    }

    private async Task<List<InventoryItem>> ReadAsync(AWSCredentials credentials, string? account)
    {
        var target = new AwsTarget { Label = "payments", Account = account, Credentials = credentials, Regions = ["eu-west-1"] };
        var items = new List<InventoryItem>();
        var source = new AwsInventorySource([target], new AwsConnection { Handler = _handler }, _store.Clock);
        await foreach (var item in source.ReadAsync(new InventoryRequest { AsOf = _store.Clock.GetUtcNow() }, CancellationToken.None))
            items.Add(item);
        return items;
    }

    private sealed class Network(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
