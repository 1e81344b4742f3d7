using System.Text.Json.Nodes;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Trail;

/// <remarks>https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html</remarks>
public sealed class SharedEventTests
{
    private const string Other = "210987654321";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_read_of_another_account_s_secret_is_recorded_in_both_accounts_under_one_shared_id(bool onDisk)
    {
        using var folder = new Journal.TemporaryFolder();
        await using var store = await TestStore.OpenAsync(new StoreOptions { DataDirectory = onDisk ? folder.Path : null, StartAt = TestStore.Start, Ticking = false, IdentifierSeed = 7 });
        var (reader, arn) = await ShareAsync(store);

        await store.As(reader, new GetSecretValue.Request { SecretId = arn });

        var there = Assert.Single(await RecordsAsync(store, reader, "GetSecretValue"));
        var here = Assert.Single(await RecordsAsync(store, store.Root, "GetSecretValue"));
        Assert.NotNull((string?)here["sharedEventID"]);
        Assert.Equal((string?)there["sharedEventID"], (string?)here["sharedEventID"]);
        Assert.NotEqual((string?)there["eventID"], (string?)here["eventID"]);
        Assert.Equal((Other, TestStore.Account), ((string?)there["recipientAccountId"], (string?)here["recipientAccountId"]));
        Assert.Equal("IAMUser", (string?)there["userIdentity"]!["type"]);
        Assert.Equal(("AWSAccount", Other, null), ((string?)here["userIdentity"]!["type"], (string?)here["userIdentity"]!["accountId"], (string?)here["userIdentity"]!["arn"]));
        Assert.Equal(arn, (string?)here["resources"]![0]!["ARN"]);
    }

    [Fact]
    public async Task A_call_that_was_refused_and_a_call_of_one_s_own_are_recorded_where_the_caller_is()
    {
        await using var store = await TestStore.OpenAsync();
        var (reader, arn) = await ShareAsync(store);
        await store.Do(new GetSecretValue.Request { SecretId = arn });
        await store.Do(new DeleteResourcePolicy.Request { SecretId = arn });
        await Assert.ThrowsAsync<AccessDeniedException>(() => store.As(reader, new GetSecretValue.Request { SecretId = arn }));

        var own = Assert.Single(await RecordsAsync(store, store.Root, "GetSecretValue"));
        var refused = Assert.Single(await RecordsAsync(store, reader, "GetSecretValue"));
        Assert.Equal(("Root", null), ((string?)own["userIdentity"]!["type"], (string?)own["sharedEventID"]));
        Assert.Equal(("AccessDenied", null), ((string?)refused["errorCode"], (string?)refused["sharedEventID"]));
    }

    private static async Task<(Caller Reader, string Arn)> ShareAsync(TestStore store)
    {
        await store.Store.Accounts.CreateAccountAsync(Other, "other");
        var reader = await store.Store.Accounts.CreateUserAsync(Other, "reader", new Dictionary<string, string>
        {
            ["all"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["secretsmanager:*","kms:*","cloudtrail:*"],"Resource":"*"}]}""",
        });
        var key = await store.Do(new SecretsAudit.Store.Operations.Kms.CreateKey.Request
        {
            Policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::{{TestStore.Account}}:root","arn:aws:iam::{{Other}}:root"]},"Action":"kms:*","Resource":"*"}]}""",
        });
        var arn = (await store.Do(new CreateSecret.Request { Name = "shared", SecretString = "planted", KmsKeyId = key.KeyMetadata.Arn })).ARN!;
        await store.Do(new PutResourcePolicy.Request
        {
            SecretId = arn,
            ResourcePolicy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{Other}}:root"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""",
        });
        return (new Caller(reader), arn);
    }

    private static async Task<List<JsonNode>> RecordsAsync(TestStore store, Caller caller, string name)
    {
        var events = await store.As(caller, new LookupEvents.Request { LookupAttributes = [new() { AttributeKey = "EventName", AttributeValue = name }] });
        return [.. events.Events.Select(happened => JsonNode.Parse(happened.CloudTrailEvent!)!)];
    }
}
