using SecretsAudit.Store.Operations.Config;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Conformance;

/// <remarks>https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html</remarks>
public sealed class ConfigRecorderTests
{
    // https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigurationRecorders.html
    [Fact]
    public async Task An_account_that_never_turned_a_recorder_on_has_none()
    {
        await using var store = await TestStore.OpenAsync();

        Assert.Empty((await store.Do(new DescribeConfigurationRecorders.Request())).ConfigurationRecorders);
        Assert.Empty((await store.Do(new DescribeConfigurationRecorderStatus.Request())).ConfigurationRecordersStatus);
        await Assert.ThrowsAsync<NoSuchConfigurationRecorderException>(() => store.Do(new StartConfigurationRecorder.Request { ConfigurationRecorderName = "default" }));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_StartConfigurationRecorder.html
    [Fact]
    public async Task A_recorder_starts_once_it_has_a_delivery_channel_and_tells_when_it_started_and_stopped()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(Recorder("default"));
        await Assert.ThrowsAsync<NoAvailableDeliveryChannelException>(() => store.Do(new StartConfigurationRecorder.Request { ConfigurationRecorderName = "default" }));
        await store.Do(Channel("out"));

        await store.Do(new StartConfigurationRecorder.Request { ConfigurationRecorderName = "default" });
        var running = Assert.Single((await store.Do(new DescribeConfigurationRecorderStatus.Request())).ConfigurationRecordersStatus);
        await Assert.ThrowsAsync<LastDeliveryChannelDeleteFailedException>(() => store.Do(new DeleteDeliveryChannel.Request { DeliveryChannelName = "out" }));
        await store.PassAsync(TimeSpan.FromHours(1));
        await store.Do(new StopConfigurationRecorder.Request { ConfigurationRecorderName = "default" });
        var stopped = Assert.Single((await store.Do(new DescribeConfigurationRecorderStatus.Request())).ConfigurationRecordersStatus);
        await store.Do(new DeleteDeliveryChannel.Request { DeliveryChannelName = "out" });

        Assert.Equal((true, TestStore.Start, null), (running.Recording, running.LastStartTime, running.LastStopTime));
        Assert.Equal((false, TestStore.Start, TestStore.Start.AddHours(1)), (stopped.Recording, stopped.LastStartTime, stopped.LastStopTime));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_GetResourceConfigHistory.html
    [Fact]
    public async Task A_running_recorder_writes_down_each_change_of_a_secret_and_its_deletion()
    {
        await using var store = await TestStore.OpenAsync();
        var arn = (await store.Do(new CreateSecret.Request { Name = "payments", Description = "first", SecretString = "planted" })).ARN;
        await store.Do(Recorder("default"));
        await store.Do(Channel("out"));
        await store.PassAsync(TimeSpan.FromHours(1));
        await store.Do(new StartConfigurationRecorder.Request { ConfigurationRecorderName = "default" });
        await store.PassAsync(TimeSpan.FromHours(1));
        await store.Do(new UpdateSecret.Request { SecretId = "payments", Description = "second" });
        await store.Do(new PutSecretValue.Request { SecretId = "payments", SecretString = "other" });
        await store.PassAsync(TimeSpan.FromHours(1));
        await store.Do(new DeleteSecret.Request { SecretId = "payments", ForceDeleteWithoutRecovery = true });

        var asked = new GetResourceConfigHistory.Request { ResourceType = "AWS::SecretsManager::Secret", ResourceId = arn };
        var items = (await store.Do(asked)).ConfigurationItems;
        Assert.Equal(["ResourceDeleted", "OK", "ResourceDiscovered"], items.Select(item => item.ConfigurationItemStatus));
        Assert.Equal([TestStore.Start.AddHours(3), TestStore.Start.AddHours(2), TestStore.Start.AddHours(1)], items.Select(item => item.ConfigurationItemCaptureTime));
        Assert.Contains("\"second\"", items[1].Configuration, StringComparison.Ordinal);
        Assert.Contains("\"first\"", items[2].Configuration, StringComparison.Ordinal);
        Assert.DoesNotContain(items, item => item.Configuration.Contains("planted", StringComparison.Ordinal));

        var forward = await store.Do(asked with { ChronologicalOrder = "Forward", Limit = 2 });
        Assert.Equal(["ResourceDiscovered", "OK"], forward.ConfigurationItems.Select(item => item.ConfigurationItemStatus));
        Assert.Equal("ResourceDeleted", Assert.Single((await store.Do(asked with { ChronologicalOrder = "Forward", Limit = 2, NextToken = forward.NextToken })).ConfigurationItems).ConfigurationItemStatus);
        Assert.Equal(TestStore.Start.AddHours(2), Assert.Single((await store.Do(asked with { LaterTime = TestStore.Start.AddHours(2), EarlierTime = TestStore.Start.AddHours(2) })).ConfigurationItems).ConfigurationItemCaptureTime);
    }

    // https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html
    [Fact]
    public async Task What_a_stopped_recorder_missed_is_not_in_the_history()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(Recorder("default"));
        await store.Do(Channel("out"));
        await store.Do(new StartConfigurationRecorder.Request { ConfigurationRecorderName = "default" });
        var arn = (await store.Do(new CreateSecret.Request { Name = "payments" })).ARN;
        await store.Do(new StopConfigurationRecorder.Request { ConfigurationRecorderName = "default" });
        await store.Do(new UpdateSecret.Request { SecretId = "payments", Description = "unseen" });

        var item = Assert.Single((await store.Do(new GetResourceConfigHistory.Request { ResourceType = "AWS::SecretsManager::Secret", ResourceId = arn })).ConfigurationItems);
        Assert.DoesNotContain("unseen", item.Configuration, StringComparison.Ordinal);
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigurationRecorder.html#API_PutConfigurationRecorder_Errors
    [Fact]
    public async Task An_account_has_one_recorder_and_one_channel_in_a_region()
    {
        await using var store = await TestStore.OpenAsync();
        await Assert.ThrowsAsync<NoAvailableConfigurationRecorderException>(() => store.Do(Channel("out")));
        await store.Do(Recorder("default"));
        await store.Do(Recorder("default"), "us-east-1");
        await store.Do(Channel("out"));

        await Assert.ThrowsAsync<MaxNumberOfConfigurationRecordersExceededException>(() => store.Do(Recorder("second")));
        await Assert.ThrowsAsync<MaxNumberOfDeliveryChannelsExceededException>(() => store.Do(Channel("second")));
        await Assert.ThrowsAsync<InvalidConfigurationRecorderNameException>(() => store.Do(Recorder("")));
        await Assert.ThrowsAsync<NoSuchConfigurationRecorderException>(() => store.Do(new DescribeConfigurationRecorders.Request { ConfigurationRecorderNames = ["second"] }));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html
    [Fact]
    public async Task A_recording_group_names_every_type_some_types_or_all_but_some()
    {
        await using var store = await TestStore.OpenAsync();

        await store.Do(Recorder("default", new() { ResourceTypes = ["AWS::SecretsManager::Secret"] }));
        var some = Assert.Single((await store.Do(new DescribeConfigurationRecorders.Request())).ConfigurationRecorders).RecordingGroup!;
        await store.Do(Recorder("default", new()
        {
            ExclusionByResourceTypes = new() { ResourceTypes = ["AWS::EC2::Instance"] },
            RecordingStrategy = new() { UseOnly = "EXCLUSION_BY_RESOURCE_TYPES" },
        }));
        var others = Assert.Single((await store.Do(new DescribeConfigurationRecorders.Request())).ConfigurationRecorders).RecordingGroup!;

        Assert.Equal((false, "INCLUSION_BY_RESOURCE_TYPES"), (some.AllSupported, some.RecordingStrategy!.UseOnly));
        Assert.Equal(["AWS::EC2::Instance"], others.ExclusionByResourceTypes!.ResourceTypes!);
        await Assert.ThrowsAsync<InvalidRecordingGroupException>(() => store.Do(Recorder("default", new() { AllSupported = true, ResourceTypes = ["AWS::KMS::Key"] })));
        await Assert.ThrowsAsync<InvalidRecordingGroupException>(() => store.Do(Recorder("default", new())));
        var unknown = await Assert.ThrowsAsync<ValidationException>(() => store.Do(Recorder("default", new() { ResourceTypes = ["AWS::KMS::Key", "AWS::No::Thing"] })));
        Assert.Contains("Value '[AWS::No::Thing]' at 'configurationRecorder.recordingGroup.resourceTypes'", unknown.Message, StringComparison.Ordinal);
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_PutRetentionConfiguration.html
    [Fact]
    public async Task A_retention_of_thirty_days_to_seven_years_is_kept_under_the_name_default()
    {
        await using var store = await TestStore.OpenAsync();
        await Assert.ThrowsAsync<ValidationException>(() => store.Do(new PutRetentionConfiguration.Request { RetentionPeriodInDays = 29 }));
        await store.Do(new PutRetentionConfiguration.Request { RetentionPeriodInDays = 2557 });

        var kept = Assert.Single((await store.Do(new DescribeRetentionConfigurations.Request())).RetentionConfigurations);
        await store.Do(new DeleteRetentionConfiguration.Request { RetentionConfigurationName = "default" });

        Assert.Equal(new WireRetention("default", 2557), kept);
        await Assert.ThrowsAsync<NoSuchRetentionConfigurationException>(() => store.Do(new DeleteRetentionConfiguration.Request { RetentionConfigurationName = "default" }));
    }

    private static PutConfigurationRecorder.Request Recorder(string name, RecordingGroup? group = null) =>
        new() { ConfigurationRecorder = new() { Name = name, RoleArn = "arn:aws:iam::123456789012:role/config", RecordingGroup = group } };

    private static PutDeliveryChannel.Request Channel(string name) => new() { DeliveryChannel = new() { Name = name, S3BucketName = "config" } };
}
