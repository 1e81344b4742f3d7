namespace SecretsAudit.Collectors;

/// <summary>Keeps calls a fixed time apart.</summary>
internal sealed class RequestPace(TimeSpan apart, TimeProvider time)
{
    private long _last;

    /// <summary>Returns when the next call may be made.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (apart > TimeSpan.Zero && _last != 0 && apart - time.GetElapsedTime(_last) is var rest && rest > TimeSpan.Zero)
            await Task.Delay(rest, time, cancellationToken).ConfigureAwait(false);
        _last = time.GetTimestamp();
    }
}
