using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SecretsAudit.Store.Trail;

namespace SecretsAudit.Store.Events;

/// <summary>Hands what happens to the targets whose patterns match, off the callers' path; a target that does not answer holds no other up.</summary>
internal sealed class EventBus : IAsyncDisposable
{
    private const int QueueLimit = 10_000;

    private readonly Channel<Item> _queue = Channel.CreateBounded<Item>(new BoundedChannelOptions(QueueLimit) { SingleReader = true });
    private readonly TargetDelivery[] _targets;
    private readonly Task _matching;

    public EventBus(IReadOnlyList<EventTarget> targets, HttpClient http, TimeProvider wall, ILogger logger)
    {
        _targets = [.. targets.Select(target => new TargetDelivery(target, http, wall, logger))];
        _matching = Task.Run(MatchAsync);
    }

    /// <summary>Takes an event; when ten thousand wait already it becomes a dead letter at once, and the caller is not held up.</summary>
    public void Publish(TrailEvent happened) => Publish(new Item(happened, null));

    /// <summary>Takes an event that is in its envelope already.</summary>
    public void Publish(byte[] envelope) => Publish(new Item(null, envelope));

    private void Publish(Item item)
    {
        if (_targets.Length > 0 && !_queue.Writer.TryWrite(item))
        {
            foreach (var (target, body) in Matching(item))
            {
                target.Refuse(body);
            }
        }
    }

    /// <summary>Delivers what was published, for as long as a stopping store waits, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _matching.ConfigureAwait(false);
        await Task.WhenAll(_targets.Select(target => target.DisposeAsync().AsTask())).ConfigureAwait(false);
    }

    private async Task MatchAsync()
    {
        await foreach (var item in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            foreach (var (target, body) in Matching(item))
            {
                target.Take(body);
            }
        }
    }

    private IEnumerable<(TargetDelivery Target, byte[] Body)> Matching(Item item)
    {
        var isRead = item.Happened is { ReadOnly: true };
        if (_targets.All(delivery => isRead && !delivery.Target.IncludeReads))
        {
            yield break;
        }

        foreach (var body in item.Envelope is { } ready ? [ready] : EventEnvelope.All(item.Happened!))
        {
            using var document = JsonDocument.Parse(body);
            foreach (var delivery in _targets.Where(delivery => (!isRead || delivery.Target.IncludeReads) && delivery.Target.Pattern.Matches(document.RootElement)))
            {
                yield return (delivery, body);
            }
        }
    }

    private readonly record struct Item(TrailEvent? Happened, byte[]? Envelope);
}
