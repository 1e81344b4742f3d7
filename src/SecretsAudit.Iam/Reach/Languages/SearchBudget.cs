namespace SecretsAudit.Iam.Reach.Languages;

/// <summary>How much work a search may do. What it leaves undone when spent makes its answer "undetermined".</summary>
internal sealed class SearchBudget(long steps, CancellationToken cancellationToken)
{
    private int _spendings;

    public long Left { get; private set; } = steps;

    public bool IsSpent => Left <= 0;

    /// <summary>Takes steps, each about one comparison; false when none is left.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public bool Spend(long steps = 1)
    {
        if ((++_spendings & 0x3FF) == 0)
            cancellationToken.ThrowIfCancellationRequested();
        Left -= steps;
        return Left > 0;
    }
}
