using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SecretsAudit.Store.Hosting.Control;
using SecretsAudit.Store.Journal;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Hosting;

/// <summary>Serves a store over HTTP.</summary>
public sealed class StoreServer : IAsyncDisposable
{
    private const int SmallBody = 128 * 1024;

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _due;

    private StoreServer(WebApplication app, ReferenceStore store)
    {
        _app = app;
        _due = Task.Run(() => WorkAsync(store, _stop.Token));
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:4599</c>.</summary>
    public Uri Address => AddressOf(_app);

    /// <summary>Starts to serve.</summary>
    /// <param name="store">The store; it stays its owner's.</param>
    /// <param name="endpoint">Where to listen; port 0 takes a free one.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="InvalidOperationException">Development credentials are set and the address is not loopback.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<StoreServer> StartAsync(ReferenceStore store, IPEndPoint endpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(endpoint);
        if (store.Options.DevelopmentCredentials.Count > 0 && !IPAddress.IsLoopback(endpoint.Address))
        {
            throw new InvalidOperationException("With development credentials the store serves loopback only: everybody knows the key.");
        }

        var control = ControlSocket.PathIn(store.Options.DataDirectory);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = store.Options.MaxBodyBytes;
            kestrel.Limits.RequestHeadersTimeout = store.Options.RequestTimeout;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.MaxConcurrentConnections = store.Options.MaxConnections;
            kestrel.Listen(endpoint, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                if (store.Options.Certificate is { } certificate)
                {
                    listen.UseHttps(certificate);
                }
            });
            if (control is not null)
            {
                // The folder's lock is ours, so a socket that lies there is a dead process's.
                File.Delete(control);
                kestrel.ListenUnixSocket(control, listen =>
                {
                    listen.Protocols = HttpProtocols.Http1;
                    listen.Use(next => connection =>
                    {
                        connection.Features.Set(OwnersConnection.Instance);
                        return next(connection);
                    });
                });
            }
        });
        if (store.Options.Certificate is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = store.Options.StopTimeout);
        var app = builder.Build();
        var endpoints = new ServiceEndpoints(store);
        var controls = new ControlEndpoints(store, () => AddressOf(app).ToString().TrimEnd('/'));
        app.Run(context => context.Features.Get<OwnersConnection>() is null ? ServeAsync(context, store, endpoints) : controls.ServeAsync(context));
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        return new(app, store);
    }

    /// <summary>Ends when the server is told to stop, by a signal for instance.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => ((IHost)_app).WaitForShutdownAsync(cancellationToken);

    /// <summary>Finishes the requests in progress, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        await _due.ConfigureAwait(false);
        _stop.Dispose();
    }

    private static Uri AddressOf(WebApplication app) => new(app.Urls.First(url => !url.Contains("//unix:", StringComparison.Ordinal)));

    private static async Task ServeAsync(HttpContext context, ReferenceStore store, ServiceEndpoints endpoints)
    {
        if (context.Request.Path.Value is not "/" && await endpoints.TryServeAsync(context, context.RequestAborted).ConfigureAwait(false))
        {
            return;
        }

        WireResponse response;
        try
        {
            var answer = AnswerAsync(context, store);

            // Reads end at once; only a call that waits (for a disk, for a rotation) needs a timer.
            response = answer.IsCompleted ? await answer.ConfigureAwait(false)
                : await answer.AsTask().WaitAsync(store.Options.RequestTimeout, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException malformed)
        {
            context.Response.StatusCode = malformed.StatusCode;
            return;
        }
        catch (TimeoutException)
        {
            context.Response.StatusCode = StatusCodes.Status408RequestTimeout;
            return;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        context.Response.StatusCode = response.Status;
        context.Response.ContentType = response.ContentType;
        context.Response.ContentLength = response.Body.Length;
        context.Response.Headers["x-amzn-RequestId"] = response.RequestId;
        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private static async ValueTask<WireResponse> AnswerAsync(HttpContext context, ReferenceStore store)
    {
        var body = await ReadBodyAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var headers = context.Request.Headers;
        var request = new WireRequest
        {
            Method = context.Request.Method,
            RawPath = question < 0 ? target : target[..question],
            RawQuery = question < 0 ? "" : target[(question + 1)..],
            Header = name => headers.TryGetValue(name, out var values) ? values.Count == 1 ? values[0] : string.Join(",", values.ToArray()) : null,
            Body = body,
            SourceIp = SourceIp(context.Connection.RemoteIpAddress),
            SecureTransport = context.Request.IsHttps,
        };
        return await store.Edge.HandleAsync(request, context.RequestAborted).ConfigureAwait(false);
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is 0)
        {
            return default;
        }

        if (request.ContentLength is { } length and <= SmallBody)
        {
            var exact = new byte[length];
            var filled = 0;
            while (filled < exact.Length && await request.Body.ReadAsync(exact.AsMemory(filled), cancellationToken).ConfigureAwait(false) is var count and > 0)
            {
                filled += count;
            }

            return exact.AsMemory(0, filled);
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        return body.ToArray();
    }

    private static string SourceIp(IPAddress? address) => address is null ? "" : IPAddress.IsLoopback(address) ? "127.0.0.1" : address.MapToIPv4().ToString();

    // Rotations, recovery windows and key deletions fall due while the server runs.
    private static async Task WorkAsync(ReferenceStore store, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), store.Options.WallClock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false))
            {
                try
                {
                    await store.RunDueWorkAsync(stop).ConfigureAwait(false);
                }
                catch (StoreUnavailableException)
                {
                    // The disk is full or gone: callers hear it with their own writes; the next tick tries again.
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    /// <summary>Marks a connection that came through the owner's socket.</summary>
    private sealed class OwnersConnection
    {
        public static readonly OwnersConnection Instance = new();
    }
}
