using System.IO.Compression;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.S3;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Trail;

/// <remarks>https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-find-log-files.html</remarks>
public sealed class TrailDeliveryTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_trail_that_logs_delivers_what_happened_to_its_bucket_once()
    {
        using var folder = new Journal.TemporaryFolder();
        await using var store = await OpenAsync(folder);
        await store.Do(new CreateSecret.Request { Name = "before", SecretString = "planted" });
        await store.PassAsync(FiveMinutes);
        await store.Do(new StartLogging.Request { Name = "audit" });
        await store.Do(new CreateSecret.Request { Name = "during", SecretString = "planted" });
        await store.PassAsync(FiveMinutes);
        await store.Do(new DescribeSecret.Request { SecretId = "during" });
        await store.PassAsync(FiveMinutes);

        var files = Files(folder);

        Assert.Equal(2, files.Count);
        Assert.All(files, file => Assert.Matches("^logs/AWSLogs/123456789012/CloudTrail/eu-west-1/2026/03/02/123456789012_CloudTrail_eu-west-1_20260302T10[0-9]{2}Z_[0-9a-f]{16}\\.json\\.gz$", file));
        Assert.Equal(["StartLogging", "CreateSecret", "DescribeSecret"], await EventsAsync(folder, files));
        Assert.DoesNotContain("planted", await TextAsync(folder, files), StringComparison.Ordinal);
        var status = await store.Do(new GetTrailStatus.Request { Name = "audit" });
        Assert.Equal((TestStore.Start.AddMinutes(16), "2026-03-02T10:16:00Z", null), (status.LatestDeliveryTime, status.LatestDeliveryAttemptSucceeded, status.LatestDeliveryError));
    }

    // https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StopLogging.html
    [Fact]
    public async Task A_stopped_trail_delivers_what_came_before_and_nothing_after()
    {
        using var folder = new Journal.TemporaryFolder();
        await using var store = await OpenAsync(folder);
        await store.Do(new StartLogging.Request { Name = "audit" });
        await store.Do(new CreateSecret.Request { Name = "during", SecretString = "x" });
        await store.PassAsync(TimeSpan.FromMinutes(1));
        await store.Do(new StopLogging.Request { Name = "audit" });
        await store.Do(new CreateSecret.Request { Name = "after", SecretString = "x" });
        await store.PassAsync(FiveMinutes);

        Assert.Equal(["StartLogging", "CreateSecret"], await EventsAsync(folder, Files(folder)));
    }

    // https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html
    [Theory]
    [InlineData(true, "CreateSecret")]
    [InlineData(false, "GetRandomPassword")]
    public async Task A_trail_s_selectors_decide_what_lies_in_its_files(bool advanced, string expected)
    {
        using var folder = new Journal.TemporaryFolder();
        await using var store = await OpenAsync(folder);
        await store.Do(new StartLogging.Request { Name = "audit" });
        await store.Do(new PutEventSelectors.Request
        {
            TrailName = "audit",
            AdvancedEventSelectors = !advanced ? null : [new() { Name = "secrets", FieldSelectors = [new() { Field = "eventCategory", Equal = ["Management"] }, new() { Field = "readOnly", Equal = ["false"] }, new() { Field = "eventSource", NotEquals = ["cloudtrail.amazonaws.com"] }] }],
            EventSelectors = advanced ? null : [new() { ReadWriteType = "ReadOnly", IncludeManagementEvents = true }],
        });
        await store.Do(new CreateSecret.Request { Name = "s", SecretString = "x" });
        await store.Do(new GetRandomPassword.Request());
        await store.PassAsync(FiveMinutes);

        Assert.Equal([expected], (await EventsAsync(folder, Files(folder))).Where(name => !name.EndsWith("Logging", StringComparison.Ordinal) && !name.EndsWith("Selectors", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_delivery_that_fails_shows_in_the_status_and_is_made_up_for()
    {
        using var folder = new Journal.TemporaryFolder();
        await using var store = await OpenAsync(folder);
        await store.Do(new StartLogging.Request { Name = "audit" });
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "logs"), "a file where the bucket's folder has to be");
        await store.PassAsync(FiveMinutes);
        var failed = await store.Do(new GetTrailStatus.Request { Name = "audit" });
        File.Delete(Path.Combine(folder.Path, "logs"));
        await store.PassAsync(FiveMinutes);

        Assert.NotNull(failed.LatestDeliveryError);
        Assert.Null(failed.LatestDeliveryTime);
        Assert.Contains("StartLogging", await EventsAsync(folder, Files(folder)));
        Assert.Null((await store.Do(new GetTrailStatus.Request { Name = "audit" })).LatestDeliveryError);
    }

    // https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html
    [Theory]
    [InlineData("../elsewhere")]
    [InlineData("/etc")]
    [InlineData("a/../../b")]
    public async Task A_prefix_cannot_lead_out_of_the_bucket(string prefix)
    {
        using var folder = new Journal.TemporaryFolder();
        await using var store = await OpenAsync(folder);

        await Assert.ThrowsAsync<InvalidS3PrefixException>(() => store.Do(new UpdateTrail.Request { Name = "audit", S3KeyPrefix = prefix }));
    }

    [Fact]
    public async Task A_topic_is_shown_by_its_name_and_its_arn()
    {
        using var folder = new Journal.TemporaryFolder();
        await using var store = await OpenAsync(folder);

        await store.Do(new UpdateTrail.Request { Name = "audit", SnsTopicName = "alerts" });

        var trail = (await store.Do(new GetTrail.Request { Name = "audit" })).Trail;
        Assert.Equal(("alerts", "arn:aws:sns:eu-west-1:123456789012:alerts"), (trail.SnsTopicName, trail.SnsTopicArn));
        await Assert.ThrowsAsync<InvalidSnsTopicNameException>(() => store.Do(new UpdateTrail.Request { Name = "audit", SnsTopicName = "no topic" }));
    }

    private static async Task<TestStore> OpenAsync(Journal.TemporaryFolder folder)
    {
        var store = await TestStore.OpenAsync(new StoreOptions { StartAt = TestStore.Start, Ticking = false, IdentifierSeed = 7, BucketDirectory = folder.Path });
        await store.Do(new CreateBucket.Request { Bucket = "logs", LocationConstraint = TestStore.Region });
        await store.Do(new CreateTrail.Request { Name = "audit", S3BucketName = "logs" });

        // So that what set the trail up lies before its start.
        await store.PassAsync(TimeSpan.FromMinutes(1));
        return store;
    }

    private static List<string> Files(Journal.TemporaryFolder folder) =>
        [.. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.Path, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static async Task<string> TextAsync(Journal.TemporaryFolder folder, IEnumerable<string> files)
    {
        var text = "";
        foreach (var file in files)
        {
            await using var gzip = new GZipStream(File.OpenRead(Path.Combine(folder.Path, file)), CompressionMode.Decompress);
            using var reader = new StreamReader(gzip);
            text += await reader.ReadToEndAsync();
        }

        return text;
    }

    // In the order of their times: a file promises none.
    private static async Task<List<string>> EventsAsync(Journal.TemporaryFolder folder, IEnumerable<string> files)
    {
        var events = new List<(string Time, string Name)>();
        foreach (var file in files)
        {
            var records = JsonNode.Parse(await TextAsync(folder, [file]))!["Records"]!.AsArray().Reverse();
            events.AddRange(records.Select(record => ((string)record!["eventTime"]!, (string)record["eventName"]!)));
        }

        return [.. events.OrderBy(happened => happened.Time, StringComparer.Ordinal).Select(happened => happened.Name)];
    }
}
