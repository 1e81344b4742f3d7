using System.IO.Compression;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.SecretsManager;

namespace SecretsAudit.Store.Tests.Trail;

/// <remarks>https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html</remarks>
public sealed class TrailExportTests
{
    [Fact]
    public async Task The_trail_is_exported_as_a_gzipped_file_for_each_day()
    {
        using var folder = new Journal.TemporaryFolder();
        await using var store = await TestStore.OpenAsync();
        await store.Do(new CreateSecret.Request { Name = "s", SecretString = "x" });
        await store.PassAsync(TimeSpan.FromDays(1));
        await store.Do(new DescribeSecret.Request { SecretId = "s" });

        var files = await store.Store.ExportTrailAsync(folder.Path, TestStore.Start, store.Store.Clock.GetUtcNow());

        Assert.Equal(["02", "03"], files.Select(file => Path.GetFileName(Path.GetDirectoryName(file))));
        await using var gzip = new GZipStream(File.OpenRead(files[0]), CompressionMode.Decompress);
        var records = (await JsonNode.ParseAsync(gzip))!["Records"]!.AsArray();
        Assert.Equal("CreateSecret", (string?)Assert.Single(records)!["eventName"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Events_older_than_the_retention_are_forgotten(bool onDisk)
    {
        using var folder = new Journal.TemporaryFolder();
        await using var store = await TestStore.OpenAsync(new StoreOptions
        {
            DataDirectory = onDisk ? folder.Path : null,
            StartAt = TestStore.Start,
            Ticking = false,
            TrailRetention = TimeSpan.FromDays(10),
        });
        await store.Do(new CreateSecret.Request { Name = "s", SecretString = "x" });
        await store.PassAsync(TimeSpan.FromDays(11));
        await store.Store.RunDueWorkAsync(CancellationToken.None);

        var events = await store.Do(new LookupEvents.Request());

        Assert.DoesNotContain(events.Events, happened => happened.EventName == "CreateSecret");
    }
}
