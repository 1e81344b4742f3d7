namespace SecretsAudit.Store.Crypto;

/// <summary>
/// A few objects that are dear to make and serve one caller at a time, kept for the next callers. Who comes while all are out gets another
/// one, so nobody waits.
/// </summary>
internal sealed class Spare<T>(Func<T> make)
    where T : class, IDisposable
{
    private readonly T?[] _kept = new T?[Math.Min(Environment.ProcessorCount, 8)];

    public T Rent()
    {
        foreach (ref var kept in _kept.AsSpan())
        {
            if (kept is not null && Interlocked.Exchange(ref kept, null) is { } taken)
            {
                return taken;
            }
        }

        return make();
    }

    public void Return(T used)
    {
        foreach (ref var kept in _kept.AsSpan())
        {
            if (kept is null && Interlocked.CompareExchange(ref kept, used, null) is null)
            {
                return;
            }
        }

        used.Dispose();
    }

    /// <summary>Disposes what is kept.</summary>
    public void Drop()
    {
        foreach (ref var kept in _kept.AsSpan())
        {
            Interlocked.Exchange(ref kept, null)?.Dispose();
        }
    }
}
