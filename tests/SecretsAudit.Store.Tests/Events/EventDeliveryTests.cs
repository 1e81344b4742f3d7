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
        Assert.Equal("AWS API Call via CloudTrail", (string?)letter["detail-type"]);
        Assert.Equal("CreateSecret", (string?)letter["detail"]!["eventName"]);
        Assert.DoesNotContain("planted", letter.ToJsonString(), StringComparison.Ordinal);
    }

    private static int ClosedPort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
