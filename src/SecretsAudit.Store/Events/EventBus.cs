using System.Text.Json;
using System.Threading.Channels;
using SecretsAudit.Store.Trail;

namespace SecretsAudit.Store.Events;

/// <summary>Sends what happens to the targets whose patterns match, off the callers' path; what cannot be delivered goes to a file.</summary>
internal sealed class EventBus : IAsyncDisposable
{
    private const int QueueLimit = 10_000;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);

    private readonly Channel<Item> _queue = Channel.CreateBounded<Item>(new BoundedChannelOptions(QueueLimit) { SingleReader = true });
    private readonly IReadOnlyList<EventTarget> _targets;
    private readonly HttpClient _http;
    private readonly TimeProvider _wall;
    private readonly Task _delivering;

    public EventBus(IReadOnlyList<EventTarget> targets, HttpClient http, TimeProvider wall)
    {
        (_targets, _http, _wall) = (targets, http, wall);
        _delivering = Task.Run(DeliverAsync);
    }

    /// <summary>Takes an event; when ten thousand wait already it becomes a dead letter at once, and the caller is not held up.</summary>
    public void Publish(TrailEvent happened) => Publish(new Item(happened, null));

    /// <summary>Takes an event that is in its envelope already.</summary>
    public void Publish(byte[] envelope) => Publish(new Item(null, envelope));

    private void Publish(Item item)
    {
        if (_targets.Count > 0 && !_queue.Writer.TryWrite(item))
        {
            foreach (var (target, body) in Matching(item))
            {
                Bury(target, body);
            }
        }
    }

    /// <summary>Delivers what was published, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _delivering.ConfigureAwait(false);
    }

    private async Task DeliverAsync()
    {
        await foreach (var item in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            foreach (var (target, body) in Matching(item))
            {
                if (!await TryDeliverAsync(target, body).ConfigureAwait(false))
                {
                    Bury(target, body);
                }
            }
        }
    }

    private IEnumerable<(EventTarget Target, byte[] Body)> Matching(Item item)
    {
        var isRead = item.Happened is { ReadOnly: true };
        if (_targets.All(target => isRead && !target.IncludeReads))
        {
            yield break;
        }

        foreach (var body in item.Envelope is { } ready ? [ready] : EventEnvelope.All(item.Happened!))
        {
            using var document = JsonDocument.Parse(body);
            foreach (var target in _targets.Where(target => (!isRead || target.IncludeReads) && target.Pattern.Matches(document.RootElement)))
            {
                yield return (target, body);
            }
        }
    }

    private async Task<bool> TryDeliverAsync(EventTarget target, byte[] body)
    {
        var pause = FirstPause;
        for (var attempt = 1; attempt <= Math.Clamp(target.Attempts, 1, 10); attempt++)
        {
            if (attempt > 1)
            {
                await Task.Delay(pause, _wall).ConfigureAwait(false);
                pause *= 2;
            }

            try
            {
                using var limit = new CancellationTokenSource(AnswerTime);
                using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
                using var answer = await _http.PostAsync(target.Address, content, limit.Token).ConfigureAwait(false);
                if (answer.IsSuccessStatusCode)
                {
                    return true;
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
            {
                // The next attempt tells; after the last one the event is a dead letter.
            }
        }

        return false;
    }

    private static void Bury(EventTarget target, byte[] body)
    {
        if (target.DeadLetterFile is { } file)
        {
            try
            {
                File.AppendAllText(file, System.Text.Encoding.UTF8.GetString(body) + "\n");
            }
            catch (IOException)
            {
                // A full disk must not end the deliveries of the other targets.
            }
        }
    }

    private readonly record struct Item(TrailEvent? Happened, byte[]? Envelope);
}
