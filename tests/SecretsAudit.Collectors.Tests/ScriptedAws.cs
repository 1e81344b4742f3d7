using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors.Tests;

/// <summary>AWS by script: an operation answers what a test says it does, and nothing at all when the test says nothing.</summary>
internal sealed class ScriptedAws : HttpMessageHandler
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, Func<Call, (int Status, string Body)>> _script = new(StringComparer.Ordinal);

    public ConcurrentQueue<Call> Calls { get; } = [];

    public IEnumerable<string> Operations => Calls.Select(call => call.Operation);

    public ScriptedAws On(string operation, string body) => On(operation, _ => (200, body));

    public ScriptedAws On(string operation, params (int Status, string Body)[] inTurn)
    {
        var turn = -1;
        return On(operation, _ => inTurn[Math.Min(Interlocked.Increment(ref turn), inTurn.Length - 1)]);
    }

    public ScriptedAws On(string operation, Func<Call, (int Status, string Body)> answer)
    {
        _script[operation] = answer;
        return this;
    }

    public ScriptedAws Denies(params string[] operations)
    {
        foreach (var operation in operations)
            On(operation, (400, $$"""{"__type":"AccessDeniedException","Message":"not authorized to perform: {{operation}}"}"""));
        return this;
    }

    public AwsInventorySource Source(AwsConnection? connection = null, params AwsTarget[] targets) =>
        new(targets.Length == 0 ? [Target("123456789012", "eu-west-1")] : targets, (connection ?? new()) with { Handler = this }, new FixedTime(Now));

    public Task<List<InventoryItem>> ReadAsync(InventoryNeeds needs, AwsConnection? connection = null, params AwsTarget[] targets) =>
        Source(connection, targets).ReadAllAsync(needs);

    public static AwsTarget Target(string? account, params string[] regions) => new()
    {
        Label = account ?? "unnamed", Account = account, Regions = regions, Credentials = new BasicAWSCredentials("AKID" + account, "example"),
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        var operation = request.Headers.TryGetValues("X-Amz-Target", out var target) ? target.First().Split('.')[^1] : body.Split("Action=")[1].Split('&')[0];
        var scope = request.Headers.GetValues("Authorization").First().Split("Credential=")[1].Split(',')[0].Split('/');
        var call = new Call(operation, body, scope[0], scope[2]);
        Calls.Enqueue(call);
        var (status, answer) = _script.TryGetValue(operation, out var scripted) ? scripted(call) : (200, "{}");
        return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(answer, Encoding.UTF8, "application/x-amz-json-1.1") };
    }

    /// <summary>One call as it arrived.</summary>
    internal sealed record Call(string Operation, string Body, string AccessKey, string Region)
    {
        public string? this[string member] => JsonDocument.Parse(Body).RootElement.TryGetProperty(member, out var value) ? value.ToString() : null;
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

internal static class InventoryReading
{
    public static async Task<List<InventoryItem>> ReadAllAsync(this IInventorySource source, InventoryNeeds needs = InventoryNeeds.Secrets, CancellationToken cancellationToken = default)
    {
        var items = new List<InventoryItem>();
        await foreach (var item in source.ReadAsync(new InventoryRequest { Needs = needs, AsOf = ScriptedAws.Now }, cancellationToken))
            items.Add(item);
        return items;
    }

    public static List<Secret> Secrets(this IEnumerable<InventoryItem> items) => [.. items.OfType<InventoryItem.OfSecret>().Select(item => item.Secret)];

    public static List<KmsKey> Keys(this IEnumerable<InventoryItem> items) => [.. items.OfType<InventoryItem.OfKey>().Select(item => item.Key)];

    public static List<Gap> Gaps(this IEnumerable<InventoryItem> items) => [.. items.OfType<InventoryItem.OfGap>().Select(item => item.Gap)];
}
