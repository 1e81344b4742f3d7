using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace SecretsAudit.Store.Events;

/// <summary>One target's queue: events in their order, each tried until it is delivered or a dead letter.</summary>
/// <seealso href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html"/>
internal sealed class TargetDelivery : IAsyncDisposable
{
    private const int QueueLimit = 10_000;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html: a target that takes longer has not answered.
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(20);

    private readonly Channel<byte[]> _queue = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(QueueLimit) { SingleReader = true });
    private readonly CancellationTokenSource _stopped = new();
    private readonly HttpClient _http;
    private readonly TimeProvider _wall;
    private readonly DeadLetterFile? _deadLetters;
    private readonly Task _delivering;

    public TargetDelivery(EventTarget target, HttpClient http, TimeProvider wall, ILogger logger)
    {
        (Target, _http, _wall) = (target, http, wall);
        _deadLetters = target.DeadLetterFile is { } file ? new(file, target.Name, logger) : null;
        _delivering = Task.Run(DeliverAsync);
    }

    public EventTarget Target { get; }

    /// <summary>Takes an event to deliver; when ten thousand wait already it is a dead letter.</summary>
    public void Take(byte[] body)
    {
        if (!_queue.Writer.TryWrite(body))
        {
            Refuse(body);
        }
    }

    /// <summary>Makes a dead letter of an event that no queue had room for.</summary>
    public void Refuse(byte[] body) => _deadLetters?.Append(body, new("QUEUE_FULL", $"{QueueLimit} events wait already."), retries: 0);

    /// <summary>Tries what waits for 20 seconds more; what is left is a dead letter.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        _stopped.CancelAfter(StopTime);
        await _delivering.ConfigureAwait(false);
        _stopped.Dispose();
    }

    private async Task DeliverAsync()
    {
        await foreach (var body in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            var pause = FirstPause;
            for (var attempt = 1; await TryAsync(body).ConfigureAwait(false) is { } failure; attempt++)
            {
                if (attempt >= Math.Clamp(Target.Attempts, 1, 10) || !failure.MayPass || !await PauseAsync(pause).ConfigureAwait(false))
                {
                    _deadLetters?.Append(body, failure, attempt - 1);
                    break;
                }

                pause *= 2;
            }
        }
    }

    /// <summary>Why the event was not delivered; null when it was.</summary>
    private async Task<DeliveryFailure?> TryAsync(byte[] body)
    {
        if (_stopped.IsCancellationRequested)
        {
            return new("STOPPED", "The store was stopped.");
        }

        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stopped.Token);
            limit.CancelAfter(AnswerTime);
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
            using var answer = await _http.PostAsync(Target.Address, content, limit.Token).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? null
                : new($"HTTP_{(int)answer.StatusCode}", $"The target answered {(int)answer.StatusCode}.") { MayPass = IsRetried(answer.StatusCode) };
        }
        catch (OperationCanceledException)
        {
            return new("TIMEOUT", $"The target did not answer within {AnswerTime.TotalSeconds:0} seconds.") { MayPass = true };
        }
        catch (HttpRequestException unreachable)
        {
            return new("CONNECTION_FAILURE", $"The target cannot be reached ({unreachable.HttpRequestError}).") { MayPass = true };
        }
    }

    // What another attempt cannot change is a dead letter at once, as an API destination's 4xx is.
    private static bool IsRetried(HttpStatusCode status) => status is HttpStatusCode.Unauthorized or HttpStatusCode.ProxyAuthenticationRequired
        or HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private async Task<bool> PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, _wall, _stopped.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
