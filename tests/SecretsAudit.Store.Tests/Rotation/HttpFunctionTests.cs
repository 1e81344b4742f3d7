using System.Net;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Operations.Lambda;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Rotation;

/// <summary>A team's own rotation function behind an endpoint that speaks Lambda's Invoke API.</summary>
/// <remarks>https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html</remarks>
public sealed class HttpFunctionTests : IAsyncLifetime, IDisposable
{
    private const string Function = "arn:aws:lambda:eu-west-1:123456789012:function:own";

    private readonly HttpListener _listener = new();
    private readonly List<JsonNode> _events = [];
    private readonly List<int> _ports = [];
    private readonly Uri _address;
    private readonly Task _serving;
    private string _answer = "null";

    public HttpFunctionTests()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        _address = new($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        probe.Stop();
        _listener.Prefixes.Add(_address.AbsoluteUri);
        _listener.Start();
        _serving = ServeAsync();
    }

    [Fact]
    public async Task The_function_is_refused_until_its_policy_lets_secrets_manager_invoke_it()
    {
        await using var store = await OpenAsync();
        var refusal = await Assert.ThrowsAsync<AccessDeniedException>(() => store.Do(new RotateSecret.Request { SecretId = "s", RotationLambdaARN = Function }));
        Assert.StartsWith("Secrets Manager cannot invoke the specified Lambda function.", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(_events);

        await AllowAsync(store);
        var rotated = await store.Do(new RotateSecret.Request { SecretId = "s", RotationLambdaARN = Function });

        Assert.Equal("createSecret", (string?)_events[0]["Step"]);
        Assert.Equal(rotated.ARN, (string?)_events[0]["SecretId"]);
        Assert.Equal(rotated.VersionId, (string?)_events[0]["ClientRequestToken"]);
        Assert.True(Guid.TryParse((string?)_events[0]["RotationToken"], out _));
        Assert.Equal(["createSecret", "setSecret", "testSecret", "finishSecret"], _events.Select(happened => (string?)happened["Step"]));
    }

    [Fact]
    public async Task An_error_document_in_a_200_ends_the_rotation_at_that_step()
    {
        _answer = """{"errorMessage":"no database","errorType":"Error"}""";
        await using var store = await OpenAsync();
        await AllowAsync(store);

        await store.Do(new RotateSecret.Request { SecretId = "s", RotationLambdaARN = Function });

        Assert.Single(_events);
        Assert.Equal("old", (await store.Do(new GetSecretValue.Request { SecretId = "s" })).SecretString);
    }

    [Fact]
    public async Task Each_step_comes_over_a_connection_of_its_own_so_that_none_is_lost_to_a_server_that_closes_them()
    {
        await using var store = await OpenAsync();
        await AllowAsync(store);

        await store.Do(new RotateSecret.Request { SecretId = "s", RotationLambdaARN = Function });

        Assert.Equal(4, _ports.Distinct().Count());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task<TestStore> OpenAsync()
    {
        var store = await TestStore.OpenAsync(new StoreOptions
        {
            StartAt = TestStore.Start,
            Ticking = false,
            RotationEndpoints = new Dictionary<string, Uri> { [Function] = _address },
        });
        await store.Do(new CreateSecret.Request { Name = "s", SecretString = "old" });
        return store;
    }

    private static Task AllowAsync(TestStore store) => store.Do(new AddPermission.Request
    {
        FunctionName = "own",
        StatementId = "SecretsManager",
        Action = "lambda:InvokeFunction",
        Principal = "secretsmanager.amazonaws.com",
    });

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            Assert.Equal("/2015-03-31/functions/function/invocations", context.Request.Url!.AbsolutePath);
            _ports.Add(context.Request.RemoteEndPoint.Port);
            _events.Add((await JsonNode.ParseAsync(context.Request.InputStream))!);
            await using var output = new StreamWriter(context.Response.OutputStream);
            await output.WriteAsync(_answer);
        }
    }
}
