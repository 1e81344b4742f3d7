using System.Net;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Events;
using SecretsAudit.Store.Operations.SecretsManager;

namespace SecretsAudit.Store.Tests.Events;

/// <remarks>https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html</remarks>
public sealed class EventDeliveryTests
{
    [Fact]
    public async Task A_change_that_cannot_be_delivered_is_a_dead_letter_and_a_read_is_not_sent()
    {
        using var folder = new Journal.TemporaryFolder();
        var file = Path.Combine(folder.Path, "dead.jsonl");
        var nobody = new Uri($"http://127.0.0.1:{ClosedPort()}/");
        var pattern = EventPattern.Parse("""{"source":["aws.secretsmanager"],"detail":{"eventName":["CreateSecret","DescribeSecret"]}}""");
        await using (var store = await TestStore.OpenAsync(new StoreOptions
        {
            StartAt = TestStore.Start,
            Ticking = false,
            EventTargets = [new("all", pattern, nobody, file) { Attempts = 2 }],
        }))
        {
            await store.Do(new CreateSecret.Request { Name = "s", SecretString = "planted" });
            await store.Do(new DescribeSecret.Request { SecretId = "s" });
        }

        var letter = JsonNode.Parse(Assert.Single(await File.ReadAllLinesAsync(file)))!;
        Assert.Equal("all", (string?)letter["rule"]);
        Assert.Equal("CONNECTION_FAILURE", (string?)letter["errorCode"]);
        Assert.Equal(1, (int?)letter["retryAttempts"]);
        Assert.Equal("AWS API Call via CloudTrail", (string?)letter["event"]!["detail-type"]);
        Assert.Equal("CreateSecret", (string?)letter["event"]!["detail"]!["eventName"]);
        Assert.DoesNotContain("planted", letter.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_is_overloaded_for_a_while_gets_the_event_all_the_same()
    {
        using var folder = new Journal.TemporaryFolder();
        var file = Path.Combine(folder.Path, "dead.jsonl");
        var calls = 0;
        await using var target = new HttpReceiver(_ => (++calls < 3 ? 503 : 200, ""));
        await using (var store = await OpenAsync(new EventTarget("all", Created, target.Address, file)))
        {
            await store.Do(new CreateSecret.Request { Name = "s" });
        }

        Assert.Equal(3, calls);
        Assert.Equal(await target.NextAsync(), await target.NextAsync());
        Assert.False(File.Exists(file));
    }

    /// <remarks>https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html</remarks>
    [Fact]
    public async Task What_another_attempt_cannot_change_is_a_dead_letter_at_once()
    {
        using var folder = new Journal.TemporaryFolder();
        var file = Path.Combine(folder.Path, "dead.jsonl");
        var calls = 0;
        await using var target = new HttpReceiver(_ => (++calls < 0 ? 200 : 400, ""));
        await using (var store = await OpenAsync(new EventTarget("strict", Created, target.Address, file)))
        {
            await store.Do(new CreateSecret.Request { Name = "s" });
        }

        var letter = JsonNode.Parse(Assert.Single(await File.ReadAllLinesAsync(file)))!;
        Assert.Equal(1, calls);
        Assert.Equal("HTTP_400", (string?)letter["errorCode"]);
        Assert.Equal(0, (int?)letter["retryAttempts"]);
    }

    [Fact]
    public async Task A_target_that_never_answers_holds_no_other_up()
    {
        using var mute = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        await using var target = new HttpReceiver(_ => (200, ""));
        await using var store = await OpenAsync(
            new EventTarget("mute", Created, new($"http://127.0.0.1:{((IPEndPoint)mute.LocalEndpoint).Port}/")) { Attempts = 1 }, new EventTarget("other", Created, target.Address));
        await store.Do(new CreateSecret.Request { Name = "first" });
        using var held = await mute.AcceptTcpClientAsync();

        Assert.Contains("\"first\"", await target.NextAsync(), StringComparison.Ordinal);
    }

    private static EventPattern Created => EventPattern.Parse("""{"detail":{"eventName":["CreateSecret"]}}""");

    private static Task<TestStore> OpenAsync(params EventTarget[] targets) =>
        TestStore.OpenAsync(new StoreOptions { StartAt = TestStore.Start, Ticking = false, EventTargets = targets });

    private static int ClosedPort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
