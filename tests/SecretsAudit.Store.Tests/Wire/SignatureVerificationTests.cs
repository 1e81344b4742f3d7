using System.Net;
using System.Text.Json;
using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Store.Tests.Wire;

/// <summary>Error codes: https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html</summary>
public sealed class SignatureVerificationTests : IAsyncLifetime
{
    private const string List = "secretsmanager.ListSecrets";
    private TestStore _store = null!;
    private RequestSigner _signer = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        _signer = await _store.SignerAsync();
    }

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    [Fact]
    public async Task A_well_signed_request_is_answered_in_aws_json()
    {
        using var response = await _store.Http.SendAsync(_signer.Sign(List, "{}"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/x-amz-json-1.1", response.Content.Headers.ContentType!.MediaType);
        Assert.True(Guid.TryParse(response.Headers.GetValues("x-amzn-RequestId").Single(), out _));
        Assert.Equal("""{"SecretList":[]}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_request_without_a_signature_lacks_its_token()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://store.test/") { Content = new StringContent("{}") };
        request.Headers.Add("X-Amz-Target", List);

        await AssertRefused(request, "MissingAuthenticationTokenException");
    }

    [Fact]
    public async Task An_unknown_access_key_is_not_recognised() =>
        await AssertRefused((_signer with { AccessKeyId = "AKIAUNKNOWNUNKNOWN00" }).Sign(List, "{}"), "UnrecognizedClientException");

    [Fact]
    public async Task A_wrong_secret_key_does_not_match() =>
        await AssertRefused((_signer with { SecretKey = "another" }).Sign(List, "{}"), "InvalidSignatureException");

    [Fact]
    public async Task A_session_token_beside_a_long_lived_key_is_not_recognised() =>
        await AssertRefused((_signer with { SessionToken = "forged" }).Sign(List, "{}"), "UnrecognizedClientException");

    [Theory]
    [InlineData(-5.1, "Signature expired")]
    [InlineData(5.1, "Signature not yet current")]
    public async Task A_signature_is_good_for_five_minutes_either_way(double minutes, string expected)
    {
        var now = TimeProvider.System.GetUtcNow();

        var message = await AssertRefused((_signer with { At = now.AddMinutes(minutes) }).Sign(List, "{}"), "InvalidSignatureException");
        using var inTime = await _store.Http.SendAsync((_signer with { At = now.AddMinutes(minutes * 0.9) }).Sign(List, "{}"));

        Assert.StartsWith(expected, message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
    }

    [Fact]
    public async Task Moving_the_stores_clock_does_not_expire_signatures()
    {
        await _store.PassAsync(TimeSpan.FromDays(400));

        using var response = await _store.Http.SendAsync(_signer.Sign(List, "{}"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task The_scope_must_name_the_day_of_the_date() =>
        await AssertRefused((_signer with { SignedDay = "20200101" }).Sign(List, "{}"), "InvalidSignatureException");

    [Fact]
    public async Task The_scope_must_name_the_service_of_the_target() =>
        await AssertRefused((_signer with { Service = "kms" }).Sign(List, "{}"), "InvalidSignatureException");

    [Fact]
    public async Task An_altered_body_does_not_match()
    {
        using var request = _signer.Sign("secretsmanager.DeleteSecret", """{"SecretId":"mine"}""");
        request.Content = new StringContent("""{"SecretId":"else"}""", null, "application/x-amz-json-1.1");
        request.Content.Headers.ContentType = new("application/x-amz-json-1.1");

        await AssertRefused(request, "InvalidSignatureException");
    }

    [Theory]
    [InlineData("X-Amz-Target", "secretsmanager.GetRandomPassword")]
    [InlineData("X-Amz-Date", "20260101T000000Z")]
    public async Task An_altered_header_does_not_match(string header, string value)
    {
        using var request = _signer.Sign(List, "{}");
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, value);

        await AssertRefused(request, "InvalidSignatureException");
    }

    [Fact]
    public async Task A_request_redirected_to_another_host_does_not_match()
    {
        using var request = _signer.Sign(List, "{}");
        request.Headers.Host = "elsewhere.test";

        await AssertRefused(request, "InvalidSignatureException");
    }

    [Fact]
    public async Task An_unsigned_payload_is_refused()
    {
        using var request = _signer.Sign(List, "{}");
        request.Headers.TryAddWithoutValidation("x-amz-content-sha256", "UNSIGNED-PAYLOAD");

        await AssertRefused(request, "InvalidSignatureException");
    }

    [Fact]
    public async Task The_target_must_be_among_the_signed_headers()
    {
        using var request = _signer.Sign(List, "{}");
        var authorization = request.Headers.NonValidated["Authorization"].ToString().Replace(";x-amz-target", "", StringComparison.Ordinal);
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        var message = await AssertRefused(request, "InvalidSignatureException");

        Assert.Contains("x-amz-target", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Basic dXNlcjpwdw==")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/c")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/20260101/eu-west-1/secretsmanager/aws4_request, SignedHeaders=host")]
    [InlineData("AWS4-HMAC-SHA256 nonsense")]
    public async Task A_malformed_authorization_is_incomplete(string authorization)
    {
        using var request = _signer.Sign(List, "{}");
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        await AssertRefused(request, "IncompleteSignatureException");
    }

    [Fact]
    public async Task A_deleted_access_key_stops_working_at_once()
    {
        var key = await _store.Store.Accounts.CreateAccessKeyAsync(_store.Root.Principal);
        var signer = new RequestSigner(key.AccessKeyId, key.SecretAccessKey);
        using var before = await _store.Http.SendAsync(signer.Sign(List, "{}"));

        await _store.Store.Accounts.DeleteAccessKeyAsync(key.AccessKeyId);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await AssertRefused(signer.Sign(List, "{}"), "UnrecognizedClientException");
    }

    [Fact]
    public async Task Development_credentials_sign_as_the_accounts_root()
    {
        await using var store = await ReferenceStore.OpenAsync(new StoreOptions { DevelopmentCredentials = [DevelopmentCredentials.Parse("test:test", "111122223333")] });
        using var http = new HttpClient(store.CreateHandler());

        using var response = await http.SendAsync(new RequestSigner("test", "test").Sign(List, "{}"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["111122223333"], store.Accounts.AccountIds);
    }

    private async Task<string> AssertRefused(HttpRequestMessage request, string code)
    {
        using var response = await _store.Http.SendAsync(request);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(code, body.RootElement.GetProperty("__type").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        return body.RootElement.GetProperty("message").GetString()!;
    }
}
