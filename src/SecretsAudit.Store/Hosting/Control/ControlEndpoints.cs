using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.Hosting.Control;

/// <summary>What the owner of a serving store may ask through its <see cref="ControlSocket"/>: status, backup, restore, another root key.</summary>
internal sealed class ControlEndpoints(ReferenceStore store, Func<string> address)
{
    private const int MaxBody = 64 * 1024;

    /// <summary>Answers a request that came through the control socket.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        try
        {
            var done = (context.Request.Method, context.Request.Path.Value) switch
            {
                ("GET", "/status") => true,
                ("POST", "/backup") => await BackupAsync(await ReadAsync(context).ConfigureAwait(false), context.RequestAborted).ConfigureAwait(false),
                ("POST", "/restore") => await RestoreAsync(await ReadAsync(context).ConfigureAwait(false), context.RequestAborted).ConfigureAwait(false),
                ("POST", "/rotate-root-key") => Rotate(await ReadAsync(context).ConfigureAwait(false)),
                _ => false,
            };
            if (done)
            {
                await context.Response.WriteAsJsonAsync(store.Status with { Address = address() }, ControlJson.Default.StoreStatus, cancellationToken: context.RequestAborted).ConfigureAwait(false);
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
        }
        catch (Exception refused) when (refused is RootKeyException or StoreDamagedException or StoreUnavailableException or IOException
            or UnauthorizedAccessException or InvalidOperationException or JsonException)
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            await context.Response.WriteAsJsonAsync(new(refused.Message), ControlJson.Default.ControlRefusal, cancellationToken: context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static async Task<ControlRequest> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength is not (> 0 and <= MaxBody))
        {
            throw new JsonException("A control request has a body of at most 64 KiB.");
        }

        return await JsonSerializer.DeserializeAsync(context.Request.Body, ControlJson.Default.ControlRequest, context.RequestAborted).ConfigureAwait(false)
            ?? throw new JsonException("A control request is an object.");
    }

    private static string PathOf(ControlRequest request) =>
        request.Path is { Length: > 0 } path && Path.IsPathFullyQualified(path) ? path : throw new JsonException("A control request names an absolute path.");

    private static RootKeySource KeyOf(ControlRequest request) => request.RootKey ?? throw new JsonException("A control request names a root key.");

    private async Task<bool> BackupAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        await store.BackupAsync(PathOf(request), cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> RestoreAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        await store.RestoreAsync(PathOf(request), KeyOf(request), cancellationToken).ConfigureAwait(false);
        return true;
    }

    private bool Rotate(ControlRequest request)
    {
        store.RotateRootKey(KeyOf(request));
        return true;
    }
}
