namespace SecretsAudit.Store.State;

/// <summary>
/// How many writes wait about the same subject. Subjects share places by their hash: that two of them meet costs a write's head start and
/// nothing else.
/// </summary>
internal sealed class Subjects
{
    private const int Places = 16_384;

    private readonly int[] _waiting = new int[Places];

    /// <summary>Counts a write; true when no other about the same waits.</summary>
    public bool Enter(string? subject) => subject is null || Interlocked.Increment(ref _waiting[PlaceOf(subject)]) == 1;

    public void Leave(string? subject)
    {
        if (subject is not null)
        {
            Interlocked.Decrement(ref _waiting[PlaceOf(subject)]);
        }
    }

    private static int PlaceOf(string subject) => (int)((uint)subject.GetHashCode(StringComparison.Ordinal) % Places);
}
