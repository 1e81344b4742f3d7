using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Trail;

/// <summary>What Secrets Manager does by itself when a secret or a version goes is in the trail as events of the service.</summary>
/// <remarks>https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudtrail_log_entries.html</remarks>
public sealed class DeletionEventTests
{
    [Fact]
    public async Task A_deletion_that_was_called_off_has_a_start_and_a_cancellation()
    {
        await using var store = await WithSecretAsync();
        await store.Do(new DeleteSecret.Request { SecretId = "s", RecoveryWindowInDays = 7 });
        await store.Do(new RestoreSecret.Request { SecretId = "s" });
        await store.Do(new RestoreSecret.Request { SecretId = "s" });
        await store.PassAsync(TimeSpan.FromDays(8));

        Assert.Equal(["StartSecretVersionDelete", "CancelSecretVersionDelete"], await ServiceEventsAsync(store));
    }

    [Fact]
    public async Task A_deletion_ends_when_the_recovery_window_has_passed()
    {
        await using var store = await WithSecretAsync();
        await store.Do(new DeleteSecret.Request { SecretId = "s", RecoveryWindowInDays = 7 });

        Assert.Equal(["StartSecretVersionDelete"], await ServiceEventsAsync(store));
        await store.PassAsync(TimeSpan.FromDays(8));
        Assert.Equal(["StartSecretVersionDelete", "EndSecretVersionDelete"], await ServiceEventsAsync(store));
    }

    [Fact]
    public async Task A_deletion_without_recovery_starts_and_ends_at_once_and_a_refused_one_does_neither()
    {
        await using var store = await WithSecretAsync();
        await Assert.ThrowsAsync<InvalidParameterException>(() => store.Do(new DeleteSecret.Request { SecretId = "s", RecoveryWindowInDays = 3 }));
        Assert.Empty(await ServiceEventsAsync(store));

        await store.Do(new DeleteSecret.Request { SecretId = "s", ForceDeleteWithoutRecovery = true });

        Assert.Equal(["StartSecretVersionDelete", "EndSecretVersionDelete"], await ServiceEventsAsync(store));
    }

    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html#term_version
    [Fact]
    public async Task Old_versions_that_make_room_for_a_new_one_are_told_of()
    {
        await using var store = await WithSecretAsync();
        for (var i = 1; i < StagingLabels.VersionLimit; i++)
        {
            await store.Do(new PutSecretValue.Request { SecretId = "s", SecretString = $"{i}" });
        }

        await store.PassAsync(TimeSpan.FromDays(2));
        Assert.Empty(await ServiceEventsAsync(store));
        await store.Do(new PutSecretValue.Request { SecretId = "s", SecretString = "one more" });

        Assert.Equal(["SecretVersionDeletion"], await ServiceEventsAsync(store));
    }

    private static async Task<TestStore> WithSecretAsync()
    {
        var store = await TestStore.OpenAsync();
        await store.Do(new CreateSecret.Request { Name = "s", SecretString = "x" });
        return store;
    }

    private static async Task<IEnumerable<string?>> ServiceEventsAsync(TestStore store)
    {
        var events = await store.Do(new LookupEvents.Request { LookupAttributes = [new() { AttributeKey = "EventSource", AttributeValue = "secretsmanager.amazonaws.com" }], MaxResults = 50 });
        return events.Events.Where(happened => happened.CloudTrailEvent!.Contains("\"eventType\":\"AwsServiceEvent\"", StringComparison.Ordinal)).Select(happened => happened.EventName).Reverse();
    }
}
