using System.Net;
using System.Net.Http.Headers;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Hosting;

/// <summary>Carries an HTTP client's requests to the store in process.</summary>
internal sealed class StoreMessageHandler(Edge edge) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var response = await edge.HandleAsync(
            new()
            {
                Method = request.Method.Method,
                RawPath = uri.AbsolutePath,
                RawQuery = uri.Query.TrimStart('?'),
                Header = name => Header(request, uri, name),
                Body = body,
                SourceIp = "127.0.0.1",
                SecureTransport = uri.Scheme == Uri.UriSchemeHttps,
            },
            cancellationToken).ConfigureAwait(false);

        var answer = new HttpResponseMessage((HttpStatusCode)response.Status) { RequestMessage = request, Content = new ByteArrayContent(response.Body) };
        answer.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(response.ContentType);
        answer.Headers.TryAddWithoutValidation("x-amzn-RequestId", response.RequestId);
        return answer;
    }

    private static string? Header(HttpRequestMessage request, Uri uri, string name)
    {
        if (name == "host")
        {
            return request.Headers.Host ?? (uri.IsDefaultPort ? uri.Host : uri.Authority);
        }

        if (name == "content-length")
        {
            return request.Content?.Headers.ContentLength?.ToString();
        }

        return request.Headers.NonValidated.TryGetValues(name, out var values)
            || (request.Content?.Headers.NonValidated.TryGetValues(name, out values) ?? false)
            ? string.Join(name == "user-agent" ? " " : ",", values)
            : null;
    }
}
