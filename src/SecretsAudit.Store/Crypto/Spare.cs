namespace SecretsAudit.Store.Crypto;

/// <summary>
/// One object that is dear to make and serves one caller at a time, kept for the next caller. Who comes while it is out gets another one, so
/// nobody waits.
/// </summary>
internal sealed class Spare<T>(Func<T> make)
    where T : class, IDisposable
{
    private T? _kept;

    public T Rent() => Interlocked.Exchange(ref _kept, null) ?? make();

    public void Return(T used)
    {
        if (Interlocked.CompareExchange(ref _kept, used, null) is not null)
        {
            used.Dispose();
        }
    }

    /// <summary>Disposes what is kept.</summary>
    public void Drop() => Interlocked.Exchange(ref _kept, null)?.Dispose();
}
