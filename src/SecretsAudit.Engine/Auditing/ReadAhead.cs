using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace SecretsAudit.Engine.Auditing;

/// <summary>Reads a sequence on another thread, some way ahead of whom it is for: one core parses an inventory while the other judges it.</summary>
internal static class ReadAhead
{
    // Handing over costs more than judging an item: 64 at a time took a fifth more of the processors than 256.
    private const int BatchSize = 256;
    private const int MostBatches = 4;

    /// <summary>The same items in the same order.</summary>
    /// <param name="items">The sequence. It is read by one thread at a time, and given up when nobody asks for more.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<T> Of<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<List<T>>(new BoundedChannelOptions(MostBatches) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAsync(items, batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                foreach (var item in batch)
                    yield return item;
            }

            await reading.ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task ReadAsync<T>(IAsyncEnumerable<T> items, ChannelWriter<List<T>> batches, CancellationToken cancellationToken)
    {
        try
        {
            var batch = new List<T>(BatchSize);
            await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                batch.Add(item);
                if (batch.Count < BatchSize)
                    continue;
                await batches.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
                batch = new(BatchSize);
            }

            await batches.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // What went wrong is this task's to tell, after the last item.
            batches.Complete();
        }
    }
}
