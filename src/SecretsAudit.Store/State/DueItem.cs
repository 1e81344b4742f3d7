namespace SecretsAudit.Store.State;

/// <summary>Something that time alone will cause: a rotation, the end of a recovery window, a key's deletion.</summary>
internal readonly record struct DueItem(DateTimeOffset At, RowId Row) : IComparable<DueItem>
{
    public static DueItem? Of(Secret? secret) => secret switch
    {
        null => null,
        { DeletionDate: { } deletion } => new(deletion, secret.Id),
        { Rotation: { Enabled: true, NextAttempt: { } attempt } } => new(attempt, secret.Id),
        _ => null,
    };

    public static DueItem? Of(KmsKey? key) => key switch
    {
        null => null,
        { DeletionDate: { } deletion } => new(deletion, key.Id),
        { MaterialValidTo: { } expiry, IsPendingImport: false } => new(expiry, key.Id),
        { RotationDue: { } rotation } => new(rotation, key.Id),
        _ => null,
    };

    public static DueItem? Of(ScopedRow? row) => row?.Due is { } due ? new(due, row.Id) : null;

    public int CompareTo(DueItem other) =>
        At.CompareTo(other.At) is var byTime and not 0 ? byTime
        : Row.Kind.CompareTo(other.Row.Kind) is var byKind and not 0 ? byKind
        : string.CompareOrdinal(Row.Key, other.Row.Key);
}
