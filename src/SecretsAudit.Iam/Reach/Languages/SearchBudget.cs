namespace SecretsAudit.Iam.Reach.Languages;

/// <summary>How much work a search may do. What it leaves undone when spent makes its answer "undetermined".</summary>
internal sealed class SearchBudget(long steps, CancellationToken cancellationToken)
{
    public long Left { get; private set; } = steps;

    public bool IsSpent => Left <= 0;

    /// <summary>Takes one step; false when none is left.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public bool Spend(long steps = 1)
    {
        if ((Left & 0x3F) == 0)
            cancellationToken.ThrowIfCancellationRequested();
        Left -= steps;
        return Left > 0;
    }
}
