using System.Collections.Concurrent;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>Makes the calls of one scope: a few at a time, and each failure becomes a gap.</summary>
internal sealed class Calls(Scope? scope, AwsClients clients, int parallel, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(parallel);
    private readonly ConcurrentDictionary<string, Gap?> _reached = new(StringComparer.Ordinal);

    /// <summary>Where a read of now comes from.</summary>
    public FactOrigin Origin(string operation) => new(operation, time.GetUtcNow());

    /// <summary>Makes one call.</summary>
    /// <param name="operation">The IAM action: <c>secretsmanager:GetResourcePolicy</c>.</param>
    /// <param name="subject">What it is asked of.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Answer<T>> TryAsync<T>(string operation, string subject, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        var host = clients.HostOf(operation);
        try
        {
            // A host that was never reached, through all of AWS's retries, is not tried for every secret again.
            if (_reached.TryGetValue(host, out var before) && before is not null)
                return Failed<T>(before with { Operation = operation, Subject = subject }, null);
            var value = await call(cancellationToken).ConfigureAwait(false);
            _reached.TryAdd(host, null);
            return new Answer<T>(value, Origin(operation), null, null);
        }
        catch (Exception failure) when (AwsFailure.IsOne(failure, cancellationToken))
        {
            var gap = AwsFailure.GapOf(failure, operation, subject, scope, clients.Where(operation));
            _reached.TryAdd(host, gap.Kind == GapKind.Unreachable ? gap : null);
            return Failed<T>(gap, failure);
        }
        finally
        {
            _slots.Release();
        }
    }

    private Answer<T> Failed<T>(Gap gap, Exception? failure)
        where T : class
        => new(null, Origin(gap.Operation).Failed($"{gap.Reason} (on {gap.Operation})"), gap, failure);

    public void Dispose() => _slots.Dispose();
}

/// <summary>What a call gave: a value, or the gap it left.</summary>
internal sealed record Answer<T>(T? Value, FactOrigin Origin, Gap? Gap, Exception? Failure)
    where T : class
{
    /// <summary>A member of the answer: known, absent when AWS left it out, unknown when the call failed.</summary>
    public Fact<TMember> Member<TMember>(Func<T, TMember?> member)
        where TMember : class
        => Value is null ? Fact<TMember>.Unknown(Origin) : Fact.FromMember(member(Value), Origin);

    /// <inheritdoc cref="Member{TMember}(Func{T, TMember?})"/>
    public Fact<TMember> Member<TMember>(Func<T, TMember?> member)
        where TMember : struct
        => Value is null ? Fact<TMember>.Unknown(Origin) : Fact.FromMember(member(Value), Origin);
}
