using System.Buffers;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SecretsAudit.Store.Hosting;

/// <summary>
/// The paths that are not AWS's: liveness, readiness, metrics and, where the options allow them, requests for test suites. AWS's own
/// requests all go to the path <c>/</c>.
/// </summary>
internal sealed class ServiceEndpoints(ReferenceStore store)
{
    private const int MaxTestBody = 4096;

    /// <summary>Answers the request when its path is one of these.</summary>
    public async Task<bool> TryServeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var answer = (context.Request.Method, context.Request.Path.Value) switch
        {
            ("GET", "/health") => Json(StatusCodes.Status200OK, "live"),
            ("GET", "/ready") => store.IsWritable ? Json(StatusCodes.Status200OK, "ready") : Json(StatusCodes.Status503ServiceUnavailable, "read-only"),
            ("GET", "/metrics") => new(StatusCodes.Status200OK, "text/plain; version=0.0.4; charset=utf-8", store.WriteMetrics()),
            ("POST", "/moto-api/reset") when MayTest(context) => await ResetAsync(cancellationToken).ConfigureAwait(false),
            ("GET", "/_admin/clock") when MayTest(context) => Clock(),
            ("POST", "/_admin/clock") when MayTest(context) => await MoveClockAsync(context, cancellationToken).ConfigureAwait(false),
            _ => default(Answer?),
        };
        if (answer is not { } given)
        {
            return false;
        }

        context.Response.StatusCode = given.Status;
        context.Response.ContentType = given.ContentType;
        context.Response.ContentLength = given.Body.Length;
        await context.Response.Body.WriteAsync(given.Body, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private bool MayTest(HttpContext context) =>
        store.Options.AllowTestRequests && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    private async Task<Answer> ResetAsync(CancellationToken cancellationToken)
    {
        await store.ResetAsync(cancellationToken).ConfigureAwait(false);
        return Json(StatusCodes.Status200OK, "ok");
    }

    private Answer Clock() => new(StatusCodes.Status200OK, "application/json", Write(json => json.WriteString("now", store.Clock.GetUtcNow())));

    // {"moveTo": an ISO-8601 moment} or {"advanceSeconds": a number}.
    private async Task<Answer> MoveClockAsync(HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            if (context.Request.ContentLength is > MaxTestBody)
            {
                return Json(StatusCodes.Status400BadRequest, "the body is too long");
            }

            using var body = await JsonDocument.ParseAsync(context.Request.Body, default, cancellationToken).ConfigureAwait(false);
            if (Target(body.RootElement) is not { } target)
            {
                return Json(StatusCodes.Status400BadRequest, "give moveTo, a moment in ISO 8601, or advanceSeconds, a number");
            }

            await store.MoveClockAsync(target, cancellationToken).ConfigureAwait(false);
            return Clock();
        }
        catch (Exception failure) when (failure is JsonException or ArgumentOutOfRangeException)
        {
            return Json(StatusCodes.Status400BadRequest, "the clock moves forward only, to a moment before the year 9999");
        }
    }

    private DateTimeOffset? Target(JsonElement body) =>
        body.ValueKind != JsonValueKind.Object ? null
        : body.TryGetProperty("moveTo", out var moment) && moment.ValueKind == JsonValueKind.String && moment.TryGetDateTimeOffset(out var target) ? target
        : body.TryGetProperty("advanceSeconds", out var seconds) && seconds.ValueKind == JsonValueKind.Number && seconds.TryGetDouble(out var count) && count is >= 0 and < 1e11
            ? store.Clock.GetUtcNow().AddSeconds(count)
        : null;

    private static Answer Json(int status, string text) => new(status, "application/json", Write(json => json.WriteString("status", text)));

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private readonly record struct Answer(int Status, string ContentType, byte[] Body);
}
