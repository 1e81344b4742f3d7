using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecretsAudit.EndToEnd.Tests;

/// <summary>Somebody's HTTP address that the store's events are sent to.</summary>
internal sealed class Pager : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly BlockingCollection<JsonNode> _received = [];
    private readonly Task _serving;

    public Pager()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>The next event; waits for it, because events are delivered beside the calls that caused them.</summary>
    public JsonNode Next() => _received.TryTake(out var happened, TimeSpan.FromMinutes(2)) ? happened : throw new TimeoutException("No event came.");

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
        _received.Dispose();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _received.Add((await JsonSerializer.DeserializeAsync<JsonNode>(context.Request.InputStream))!);
            context.Response.Close();
        }
    }
}
