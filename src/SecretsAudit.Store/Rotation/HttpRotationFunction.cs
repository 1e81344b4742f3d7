using System.Net;
using System.Text;
using System.Text.Json;

namespace SecretsAudit.Store.Rotation;

/// <summary>A rotation function behind an HTTP endpoint that speaks Lambda's Invoke API, as the Runtime Interface Emulator does.</summary>
/// <seealso href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html"/>
internal sealed class HttpRotationFunction(HttpClient http, Uri endpoint)
{
    private const string InvokePath = "2015-03-31/functions/function/invocations";
    private const int AnswerLimit = 6 * 1024 * 1024;

    /// <summary>Lambda's own longest run is 15 minutes; a step that takes longer than this has failed.</summary>
    private static readonly TimeSpan StepTime = TimeSpan.FromMinutes(2);

    /// <exception cref="RotationFailedException">The function cannot be reached, or says that it failed.</exception>
    public async Task RunAsync(RotationStep step, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StepTime);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/" + InvokePath))
        {
            Content = new ByteArrayContent(Event(step)) { Headers = { ContentType = new("application/json") } },
        };
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            var body = await ReadAsync(answer, limit.Token).ConfigureAwait(false);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                throw new RotationFailedException($"The rotation function answered {(int)answer.StatusCode} to {step.Step}.");
            }

            if (answer.Headers.Contains("X-Amz-Function-Error") || ErrorType(body) is not null)
            {
                // The message is the function's own text and may quote a value: only the error's type is kept.
                throw new RotationFailedException($"The rotation function failed in {step.Step}: {ErrorType(body) ?? "Unhandled"}.");
            }
        }
        catch (HttpRequestException unreachable)
        {
            throw new RotationFailedException($"The rotation function could not be reached for {step.Step}.", unreachable);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RotationFailedException($"The rotation function did not answer to {step.Step} in time.", late);
        }
    }

    private static byte[] Event(RotationStep step)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("Step", step.Step);
            json.WriteString("SecretId", step.SecretId);
            json.WriteString("ClientRequestToken", step.ClientRequestToken);
            json.WriteString("RotationToken", step.RotationToken);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var kept = new MemoryStream();
            var buffer = new byte[8192];
            int count;
            while (kept.Length < AnswerLimit && (count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                kept.Write(buffer, 0, count);
            }

            return Encoding.UTF8.GetString(kept.ToArray());
        }
    }

    // The emulator answers 200 with an error document where Lambda sets a header.
    private static string? ErrorType(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("errorMessage", out _)
                ? document.RootElement.TryGetProperty("errorType", out var type) && type.GetString() is { Length: > 0 and <= 100 } name ? name : "Unhandled"
                : null;
        }
        catch (JsonException)
        {
            // Anything else is the function's own answer, which Secrets Manager ignores.
            return null;
        }
    }
}
