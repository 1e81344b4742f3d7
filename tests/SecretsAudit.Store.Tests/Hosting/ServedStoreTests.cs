using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Hosting;
using SecretsAudit.Store.Tests.Wire;

namespace SecretsAudit.Store.Tests.Hosting;

/// <summary>What a served store answers besides AWS's requests.</summary>
public sealed class ServedStoreTests
{
    private static readonly StoreOptions Development = new() { DevelopmentCredentials = [new("test", "test", TestStore.Account)] };

    [Fact]
    public async Task It_tells_that_it_lives_and_is_ready()
    {
        await using var served = await Served.StartAsync(Development);

        Assert.Equal("""{"status":"live"}""", await served.Http.GetStringAsync(served.At("health")));
        Assert.Equal("""{"status":"ready"}""", await served.Http.GetStringAsync(served.At("ready")));
    }

    [Fact]
    public async Task Its_metrics_count_calls_by_operation_and_name_no_secret()
    {
        await using var served = await Served.StartAsync(Development);
        await served.Call("CreateSecret", new { Name = "planted-name", SecretString = "planted-value", ClientRequestToken = Guid.NewGuid() });
        await served.Call("GetSecretValue", new { SecretId = "none" });

        var metrics = await served.Http.GetStringAsync(served.At("metrics"));

        Assert.Contains("secretsaudit_store_call_duration_seconds_count{operation=\"secretsmanager:CreateSecret\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("secretsaudit_store_call_errors_total{operation=\"secretsmanager:GetSecretValue\",kind=\"refused\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("call_duration_seconds_count{operation=\"secretsmanager:DeleteSecret\"}", metrics, StringComparison.Ordinal);
        Assert.Contains("secretsaudit_store_secrets 1\n", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_suite_may_reset_it_when_that_is_allowed()
    {
        await using var served = await Served.StartAsync(Development with { AllowTestRequests = true });
        await served.Call("CreateSecret", new { Name = "a", ClientRequestToken = Guid.NewGuid() });

        using var reset = await served.Http.PostAsync(served.At("moto-api/reset"), null);

        Assert.Equal(HttpStatusCode.OK, reset.StatusCode);
        Assert.Equal("[]", (await served.Call("ListSecrets", new { })).Body.GetProperty("SecretList").GetRawText());
    }

    [Fact]
    public async Task A_test_suite_may_move_the_clock_when_that_is_allowed()
    {
        await using var served = await Served.StartAsync(Development with { AllowTestRequests = true, StartAt = TestStore.Start, Ticking = false });
        await served.Call("CreateSecret", new { Name = "a", ClientRequestToken = Guid.NewGuid() });
        await served.Call("DeleteSecret", new { SecretId = "a", RecoveryWindowInDays = 7 });

        using var moved = await served.Http.PostAsync(served.At("_admin/clock"), new StringContent("""{"advanceSeconds":604800}"""));
        using var back = await served.Http.PostAsync(served.At("_admin/clock"), new StringContent("""{"moveTo":"2020-01-01T00:00:00Z"}"""));
        using var nonsense = await served.Http.PostAsync(served.At("_admin/clock"), new StringContent("""{"advanceSeconds":1e300}"""));

        Assert.Equal("""{"now":"2026-03-09T10:00:00+00:00"}""", (await moved.Content.ReadAsStringAsync()).Replace("\\u002B", "+", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, back.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
        Assert.Equal("ResourceNotFoundException", (await served.Call("DescribeSecret", new { SecretId = "a" })).Body.GetProperty("__type").GetString());
    }

    [Theory]
    [InlineData("moto-api/reset")]
    [InlineData("_admin/clock")]
    public async Task Without_leave_these_paths_are_like_any_other(string path)
    {
        await using var served = await Served.StartAsync(Development);
        await served.Call("CreateSecret", new { Name = "a", ClientRequestToken = Guid.NewGuid() });

        using var answer = await served.Http.PostAsync(served.At(path), new StringContent("""{"advanceSeconds":1}"""));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await served.Call("DescribeSecret", new { SecretId = "a" })).Status);
    }

    [Fact]
    public async Task It_serves_over_tls_with_the_certificate_it_was_given()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var issued = request.CreateSelfSigned(TestStore.Start.AddYears(-1), TestStore.Start.AddYears(10));
        using var certificate = X509CertificateLoader.LoadPkcs12(issued.Export(X509ContentType.Pfx), null);
        await using var served = await Served.StartAsync(Development with { Certificate = certificate }, certificate);

        Assert.Equal("https", served.At("").Scheme);
        Assert.Equal(HttpStatusCode.OK, (await served.Call("ListSecrets", new { })).Status);
    }

    [Fact]
    public async Task Development_credentials_are_served_on_loopback_only()
    {
        await using var store = await ReferenceStore.OpenAsync(Development);

        await Assert.ThrowsAsync<InvalidOperationException>(() => StoreServer.StartAsync(store, new IPEndPoint(IPAddress.Any, 0)));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_without_being_read()
    {
        await using var served = await Served.StartAsync(Development with { MaxBodyBytes = 10_000 });

        using var answer = await served.Http.PostAsync(served.At(""), new StringContent(new string(' ', 20_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private sealed class Served : IAsyncDisposable
    {
        private readonly ReferenceStore _store;
        private readonly StoreServer _server;

        private Served(ReferenceStore store, StoreServer server, HttpClient http) => (_store, _server, Http) = (store, server, http);

        public HttpClient Http { get; }

        public static async Task<Served> StartAsync(StoreOptions options, X509Certificate2? trusted = null)
        {
            var store = await ReferenceStore.OpenAsync(options);
            var server = await StoreServer.StartAsync(store, new IPEndPoint(IPAddress.Loopback, 0));
            var handler = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, _) => trusted is not null && shown!.GetCertHashString() == trusted.GetCertHashString() } };
            return new(store, server, new HttpClient(handler));
        }

        public Uri At(string path) => new(_server.Address, path);

        public async Task<(HttpStatusCode Status, JsonElement Body)> Call(string action, object request)
        {
            using var response = await Http.SendAsync(new RequestSigner("test", "test").Sign("secretsmanager." + action, JsonSerializer.Serialize(request), At("").ToString()));
            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            return (response.StatusCode, document.RootElement.Clone());
        }

        public async ValueTask DisposeAsync()
        {
            Http.Dispose();
            await _server.DisposeAsync();
            await _store.DisposeAsync();
        }
    }
}
