using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Rotation;
using SecretsAudit.Store.Tests.Wire;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>
/// What one page of the AWS Secrets Manager API reference says, asked over the wire: signed requests in, statuses and bodies out. Each
/// class below cites its page; each test is one sentence of it, or of the messages that AWS was seen to answer with.
/// </summary>
public abstract class ApiPage : IAsyncLifetime
{
    protected const string Region = TestStore.Region;
    protected const string Account = TestStore.Account;
    protected const string Token = "11111111-1111-1111-1111-111111111111";
    protected const string OtherToken = "22222222-2222-2222-2222-222222222222";
    protected const string Function = "arn:aws:lambda:eu-west-1:123456789012:function:rotate";

    private static readonly string[] Idempotent = ["CreateSecret", "PutSecretValue", "UpdateSecret", "RotateSecret"];

    private TestStore _store = null!;
    private RequestSigner _signer = null!;
    private int _tokens;

    private protected TestStore Store => _store;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        _signer = await _store.SignerAsync();
    }

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    /// <summary>The answer's body, undefined when it is empty; the call must succeed. A token is filled in as every AWS SDK does.</summary>
    protected async Task<JsonElement> Ok(string action, object? request = null, string region = Region)
    {
        var (status, body) = await Send(action, request, region);
        Assert.True(status == HttpStatusCode.OK, $"{action}: {body}");
        return body;
    }

    /// <summary>The refusal's code and message; the call must answer 400.</summary>
    protected async Task<(string Code, string? Message)> Refused(string action, object? request = null, string region = Region)
    {
        var (status, body) = await Send(action, request, region);
        Assert.True(status == HttpStatusCode.BadRequest, $"{action}: {(int)status} {body}");
        return (body.GetProperty("__type").GetString()!, body.TryGetProperty("Message", out var text) || body.TryGetProperty("message", out text) ? text.GetString() : null);
    }

    protected async Task Refused(string code, string message, string action, object? request = null, string region = Region) =>
        Assert.Equal((code, message), await Refused(action, request, region));

    /// <summary>A secret with a value; answers its ARN.</summary>
    protected async Task<string> Create(string name = "app/db", string? value = "planted", string region = Region) =>
        (await Ok("CreateSecret", value is null ? new { Name = name } : new { Name = name, SecretString = value }, region)).Text("ARN");

    protected async Task<string> Put(string name, string value, params string[] stages) =>
        (await Ok("PutSecretValue", stages.Length == 0 ? new { SecretId = name, SecretString = value } : new { SecretId = name, SecretString = value, VersionStages = stages })).Text("VersionId");

    /// <summary>The labels of every labelled version, by version id.</summary>
    protected async Task<Dictionary<string, string[]>> Stages(string name, string region = Region) =>
        (await Ok("DescribeSecret", new { SecretId = name }, region)).TryGetProperty("VersionIdsToStages", out var stages)
            ? stages.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.Strings().Order(StringComparer.Ordinal).ToArray()) : [];

    /// <summary>A rotation function that generates a value and makes it current.</summary>
    protected void RegisterRotation() =>
        Store.Store.RotationFunctions.Register(Function, new GeneratedValueRotation(Store.Store, _ => Store.Root).RunAsync);

    private async Task<(HttpStatusCode Status, JsonElement Body)> Send(string action, object? request, string region)
    {
        var json = request is string raw ? raw : JsonSerializer.Serialize(request ?? new { });
        if (Idempotent.Contains(action) && request is not string && JsonNode.Parse(json) is JsonObject body && !body.ContainsKey("ClientRequestToken"))
        {
            body["ClientRequestToken"] = $"{++_tokens:D8}-0000-4000-8000-000000000000";
            json = body.ToJsonString();
        }

        using var response = await _store.Http.SendAsync((_signer with { Region = region }).Sign("secretsmanager." + action, json));
        Assert.Equal("application/x-amz-json-1.1", response.Content.Headers.ContentType!.MediaType);
        Assert.True(Guid.TryParse(response.Headers.GetValues("x-amzn-RequestId").Single(), out _));
        if (response.Content.Headers.ContentLength == 0)
        {
            return (response.StatusCode, default);
        }

        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, document.RootElement.Clone());
    }
}
