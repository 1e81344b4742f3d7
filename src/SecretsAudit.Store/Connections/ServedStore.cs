using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SecretsAudit.Store.Operations;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Connections;

/// <summary>Calls a served store by AWS's JSON protocol, signed.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html"/>
internal sealed class ServedStore(HttpClient http, Uri endpoint, SigningKey signing, string account, string region, TimeProvider clock)
    : StoreConnection(account, region)
{
    private const int LongestAnswer = 16 * 1024 * 1024;

    internal override async Task<TResponse> InvokeAsync<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
        where TResponse : class
    {
        object complete = request is IIdempotent { ClientRequestToken: null } open ? open.WithToken(Guid.NewGuid().ToString()) : request;
        var operation = OperationCatalogue.Of(complete.GetType());
        var body = JsonSerializer.SerializeToUtf8Bytes(complete, operation.Service.Json.GetTypeInfo(complete.GetType())!);
        using var message = Sign(operation, body);
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        var answer = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw Refusal(answer, (int)response.StatusCode);
        }

        var shape = (JsonTypeInfo<TResponse>)operation.Service.Json.GetTypeInfo(typeof(TResponse))!;
        return JsonSerializer.Deserialize(answer, shape) ?? throw new RefusedCallException("InvalidResponse", "The store answered null.", 500);
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength is > LongestAnswer)
        {
            throw new IOException("The store's answer is longer than any of AWS's.");
        }

        return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
    }

    private HttpRequestMessage Sign(Operation operation, byte[] body)
    {
        var date = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = ErrorBody.JsonType,
            ["host"] = endpoint.IsDefaultPort ? endpoint.Host : endpoint.Authority,
            ["x-amz-date"] = date,
            ["x-amz-target"] = $"{operation.Service.Targets[0]}.{operation.Action}",
        };
        if (signing.SessionToken is { } token)
        {
            headers["x-amz-security-token"] = token;
        }

        var scope = $"{date[..8]}/{Region}/{operation.Service.SigningName}/aws4_request";
        var header = new SignatureHeader
        {
            Credential = new(signing.AccessKeyId, date[..8], Region, operation.Service.SigningName, scope),
            SignedHeaders = [.. headers.Keys],
            Signature = default,
        };
        var wire = new WireRequest
        {
            Method = "POST",
            RawPath = "/",
            RawQuery = "",
            Header = name => headers.GetValueOrDefault(name),
            Body = body,
            SourceIp = "",
            SecureTransport = endpoint.Scheme == Uri.UriSchemeHttps,
        };
        var signature = new byte[64];
        Authenticator.Sign(wire, header, date, new(SigningKeys.Derive(Encoding.UTF8.GetBytes(signing.SecretAccessKey), header.Day, header.Region, header.Service)), signature);

        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, "/")) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ErrorBody.JsonType);
        foreach (var (name, value) in headers.Where(pair => pair.Key.StartsWith("x-amz-", StringComparison.Ordinal)))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        message.Headers.TryAddWithoutValidation(
            "Authorization",
            $"{SignatureHeader.Algorithm} Credential={signing.AccessKeyId}/{scope}, SignedHeaders={string.Join(';', headers.Keys)}, Signature={Encoding.ASCII.GetString(signature)}");
        return message;
    }

    private static RefusedCallException Refusal(byte[] answer, int status)
    {
        try
        {
            using var error = JsonDocument.Parse(answer);
            var code = error.RootElement.GetProperty("__type").GetString() ?? "";
            var text = error.RootElement.TryGetProperty("message", out var lower) || error.RootElement.TryGetProperty("Message", out lower) ? lower.GetString() : "";
            return new(code[(code.LastIndexOf('#') + 1)..], text ?? "", status);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new("InvalidResponse", $"The endpoint answered {status.ToString(CultureInfo.InvariantCulture)} and no error of AWS's form.", status);
        }
    }
}
