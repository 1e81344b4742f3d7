using System.Runtime.CompilerServices;
using SecretsAudit.Engine.Auditing;

namespace SecretsAudit.Engine.Tests.Auditing;

/// <summary>An inventory is read ahead of its judgement; nobody may notice but by the clock.</summary>
public sealed class ReadAheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(10_000)]
    public async Task Every_item_comes_once_and_in_order(int count)
    {
        var read = new List<int>();
        await foreach (var item in ReadAhead.Of(new Numbers().To(count), CancellationToken.None))
            read.Add(item);

        Assert.Equal(Enumerable.Range(0, count), read);
    }

    [Fact]
    public async Task A_source_that_breaks_breaks_the_judgement()
    {
        var broken = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var item in ReadAhead.Of(new Numbers { BreaksAt = 700 }.To(1000), CancellationToken.None))
                Assert.InRange(item, 0, 700);
        });

        Assert.Equal("item 700", broken.Message);
    }

    [Fact]
    public async Task A_source_that_nobody_reads_any_more_is_closed()
    {
        var numbers = new Numbers();
        await foreach (var item in ReadAhead.Of(numbers.To(int.MaxValue), CancellationToken.None))
        {
            if (item == 5000)
                break;
        }

        Assert.True(numbers.IsClosed);
    }

    [Fact]
    public async Task A_stopped_run_stops_its_source()
    {
        using var stop = new CancellationTokenSource();
        var numbers = new Numbers();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in ReadAhead.Of(numbers.To(int.MaxValue), stop.Token))
            {
                if (item == 5000)
                    await stop.CancelAsync();
            }
        });

        Assert.True(numbers.IsClosed);
    }

    private sealed class Numbers
    {
        public int? BreaksAt { get; init; }

        public bool IsClosed { get; private set; }

        public async IAsyncEnumerable<int> To(int count, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                for (var i = 0; i < count; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (i == BreaksAt)
                        throw new InvalidDataException($"item {i}");
                    if (i % 100 == 0)
                        await Task.Yield();
                    yield return i;
                }
            }
            finally
            {
                IsClosed = true;
            }
        }
    }
}
