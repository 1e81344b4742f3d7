using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Rotation;

/// <summary>
/// Rotates an API key at its issuer: createSecret posts to the issuer's URL with the current key as a bearer token and keeps the
/// <c>key</c> of the JSON answer in the secret's member of that name; testSecret reads the URL with the new key.
/// </summary>
public sealed class ApiKeyRotation
{
    private const string Member = "key";

    private readonly RotationSecrets _secrets;
    private readonly HttpClient _http;
    private readonly Uri _issuer;

    private ApiKeyRotation(ReferenceStore store, HttpClient http, Uri issuer) => (_secrets, _http, _issuer) = (new(store), http, issuer);

    /// <summary>A rotation function for keys of one issuer.</summary>
    /// <param name="store">Where the secrets are.</param>
    /// <param name="http">The client that reaches the issuer; it stays the caller's.</param>
    /// <param name="issuer">Answers POST with a new key and GET with 2xx to a valid one.</param>
    public static RotationFunction For(ReferenceStore store, HttpClient http, Uri issuer) => new ApiKeyRotation(store, http, issuer).RunAsync;

    private async Task RunAsync(RotationStep step, CancellationToken cancellationToken)
    {
        switch (step.Step)
        {
            case "createSecret" when await _secrets.ReadAsync(step.SecretId, step.ClientRequestToken, StagingLabels.Pending, cancellationToken).ConfigureAwait(false) is null:
                var current = await _secrets.RequireAsync(step.SecretId, null, StagingLabels.Current, cancellationToken).ConfigureAwait(false);
                var next = (JsonObject)current.DeepClone();
                next[Member] = await IssueAsync(Key(current), cancellationToken).ConfigureAwait(false);
                await _secrets.StageAsync(step, next, cancellationToken).ConfigureAwait(false);
                break;
            case "testSecret":
                var pending = await _secrets.RequireAsync(step.SecretId, step.ClientRequestToken, StagingLabels.Pending, cancellationToken).ConfigureAwait(false);
                using (var answer = await SendAsync(HttpMethod.Get, Key(pending), cancellationToken).ConfigureAwait(false))
                {
                    if (!answer.IsSuccessStatusCode)
                    {
                        throw new RotationFailedException($"The issuer answered {(int)answer.StatusCode} to the new key.");
                    }
                }

                break;
            case "finishSecret":
                await _secrets.FinishAsync(step, cancellationToken).ConfigureAwait(false);
                break;
            default:
                // setSecret: the issuer made the key valid when it issued it.
                break;
        }
    }

    private async Task<string> IssueAsync(string key, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Post, key, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            throw new RotationFailedException($"The issuer answered {(int)answer.StatusCode} to a request for a new key.");
        }

        try
        {
            var body = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return JsonNode.Parse(body)?[Member]?.GetValue<string>() is { Length: > 0 } issued ? issued
                : throw new RotationFailedException($"The issuer's answer has no {Member}.");
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw new RotationFailedException("The issuer's answer is not the JSON that is expected.", malformed);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, _issuer);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        try
        {
            return await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException unreachable)
        {
            throw new RotationFailedException("The issuer cannot be reached.", unreachable);
        }
    }

    private static string Key(JsonObject secret) =>
        secret[Member] is JsonValue value && value.TryGetValue<string>(out var key) ? key : throw new RotationFailedException($"The secret has no {Member}.");
}
