using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.Hosting.Control;

/// <summary>Asks a store that another process of the same owner serves: for its status, a backup, a restore, another root key.</summary>
public sealed class ControlClient : IDisposable
{
    private readonly HttpClient _http;

    private ControlClient(string socket) => _http = new HttpClient(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = (_, cancellationToken) => OpenAsync(socket, cancellationToken),
    })
    {
        BaseAddress = new("http://store.invalid/"),
        // A large store's backup takes minutes; who waits can stop.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>A client of whoever serves a data folder; null when nobody does.</summary>
    /// <exception cref="StoreInUseException">The folder is served, but cannot be reached: its path is too long for a socket, or it belongs to another user.</exception>
    public static async Task<ControlClient?> ConnectAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!StoreFolder.IsHeld(folder))
        {
            return null;
        }

        var socket = ControlSocket.PathIn(folder)
            ?? throw new StoreInUseException($"Another process serves {folder}, whose path is too long for a control socket: stop it first.");
        var client = new ControlClient(socket);
        try
        {
            await client.StatusAsync(cancellationToken).ConfigureAwait(false);
            return client;
        }
        catch (HttpRequestException unreachable)
        {
            client.Dispose();
            throw new StoreInUseException($"Another process has {folder} open and does not answer on {socket}: {unreachable.Message}", unreachable);
        }
    }

    /// <summary>How the store is.</summary>
    public async Task<StoreStatus> StatusAsync(CancellationToken cancellationToken = default)
    {
        using var answer = await _http.GetAsync(new Uri("status", UriKind.Relative), cancellationToken).ConfigureAwait(false);
        return await ReadAsync(answer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A backup of the store (<see cref="StoreBackups"/>), to an absolute path.</summary>
    /// <exception cref="IOException">The store refused, for the reason in the message.</exception>
    public Task BackupAsync(string path, CancellationToken cancellationToken = default) => PostAsync("backup", ControlRequest.Of(path, null), cancellationToken);

    /// <summary>A restore of the store (<see cref="StoreBackups"/>), from an absolute path; the serving process reads the key from its source.</summary>
    /// <exception cref="IOException">The store refused, for the reason in the message.</exception>
    public Task RestoreAsync(string path, RootKeySource rootKey, CancellationToken cancellationToken = default) =>
        PostAsync("restore", ControlRequest.Of(path, rootKey), cancellationToken);

    /// <summary><see cref="ReferenceStore.RotateRootKey"/>; the serving process reads the key from its source.</summary>
    /// <exception cref="IOException">The store refused, for the reason in the message.</exception>
    public Task RotateRootKeyAsync(RootKeySource next, CancellationToken cancellationToken = default) =>
        PostAsync("rotate-root-key", ControlRequest.Of(null, next), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async ValueTask<Stream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<StoreStatus> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.StatusCode == HttpStatusCode.Conflict)
        {
            var refusal = await answer.Content.ReadFromJsonAsync(ControlJson.Default.ControlRefusal, cancellationToken).ConfigureAwait(false);
            throw new IOException(refusal?.Message);
        }

        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync(ControlJson.Default.StoreStatus, cancellationToken).ConfigureAwait(false)
            ?? throw new IOException("The store answered nothing.");
    }

    private async Task PostAsync(string path, ControlRequest request, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(request, ControlJson.Default.ControlRequest);
        // A chunked body has no length, and the other side bounds it by its length.
        await content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content, cancellationToken).ConfigureAwait(false);
        await ReadAsync(answer, cancellationToken).ConfigureAwait(false);
    }
}
