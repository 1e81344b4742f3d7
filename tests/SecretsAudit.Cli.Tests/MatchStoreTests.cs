using Amazon;
using Amazon.Runtime;
using Amazon.SecretsManager;
using SecretsAudit.Cli.Auditing;
using SecretsAudit.CodeScan.Matching;
using SecretsAudit.Collectors;
using SecretsAudit.Model;
using SecretsAudit.Store;
using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Cli.Tests;

/// <summary><c>--match-store</c>: code is compared with what a store holds, and what may not be read is a gap.</summary>
public sealed class MatchStoreTests : IDisposable
{
    private const string Account = "123456789012";
    private const string Region = "eu-west-1";
    private static readonly string Former = string.Concat("amber", "-Otter.", "2201");
    private static readonly string Present = string.Concat("blue", "-Heron.", "4417");
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task A_present_and_a_former_value_of_a_stores_folder_are_told_as_critical()
    {
        await using (var store = await ReferenceStore.OpenAsync(new() { DataDirectory = Path.Combine(_line.Folder, "store") }))
            await FillAsync(store);
        _line.Write("src/notes.md", $"now {Present}\nonce {Former}\n");

        Assert.Equal(1, await _line.RunAsync("scan", "src", "--match-store", "store", "--format", "json", "--out", "-"));

        Assert.Contains("present value of the secret prod/db", _line.Output, StringComparison.Ordinal);
        Assert.Contains("previous value of the secret prod/db", _line.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Present, _line.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Former, _line.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secretsmanager:BatchGetSecretValue", 0)]
    [InlineData("secretsmanager:GetSecretValue", 2)]
    [InlineData("secretsmanager:ListSecrets", 1)]
    public async Task What_may_not_be_read_is_a_gap_and_single_reads_stand_in_for_the_batch(string denied, int gaps)
    {
        await using var store = await ReferenceStore.OpenAsync(new());
        await FillAsync(store);
        var policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"{{denied}}","Resource":"*"}]}""";
        var reader = await store.Accounts.CreateUserAsync(Account, "reader", new Dictionary<string, string> { ["p"] = policy });
        var key = await store.Accounts.CreateAccessKeyAsync(reader);
        using var handler = store.CreateHandler();
        var values = new StoredValues();

        var told = await new StoredValueReader(new AwsConnection { Handler = handler }).ReadAsync(
            [new AwsTarget { Label = "test", Account = Account, Credentials = new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey), Regions = [Region] }], values, CancellationToken.None);

        Assert.Equal(gaps, told.Count);
        Assert.All(told, gap => Assert.Equal((GapKind.Denied, denied), (gap.Kind, gap.Operation)));
        Assert.Equal(gaps == 0, values.Count > 0);
    }

    private static async Task FillAsync(ReferenceStore store)
    {
        var root = await store.Accounts.CreateAccountAsync(Account, "test");
        var key = await store.Accounts.CreateAccessKeyAsync(root);
        using var handler = store.CreateHandler();
        using var client = new AmazonSecretsManagerClient(
            new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey),
            new AmazonSecretsManagerConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(Region), HttpClientFactory = new InProcess(handler) });
        await client.CreateSecretAsync(new() { Name = "prod/db", SecretString = $$"""{ "username": "app", "password": "{{Former}}" }""" });
        await client.PutSecretValueAsync(new() { SecretId = "prod/db", SecretString = $$"""{ "username": "app", "password": "{{Present}}" }""" });
    }

    private sealed class InProcess(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;
    }
}
