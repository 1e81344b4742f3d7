using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Fleet;

/// <summary>Adds up what secrets cost by kind, and what each remedy would save.</summary>
/// <remarks>
/// One secret is counted under one remedy, the first that applies: what nobody reads is deleted, not cached. What is not known saves nothing.
/// </remarks>
internal sealed class CostBill(PriceList prices)
{
    // A quarter of a year without a read, as the service's own control has it (SecretsManager.3).
    private const int UnusedDays = 90;

    // A client that keeps the value for five minutes reads 288 times a day.
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/secrets-manager-agent.html (time to live 300 seconds)
    private const decimal CachedReadsPerReaderDay = 288;

    private readonly Dictionary<CostRemedy, (int Secrets, decimal Amount)> _savings = [];
    private readonly Dictionary<string, (CostRemedy Remedy, decimal Amount)> _byArn = new(StringComparer.Ordinal);
    private decimal _storage;
    private decimal _calls;
    private decimal _requests;
    private int _withoutUse;

    /// <summary>What could be saved on a secret.</summary>
    public IReadOnlyDictionary<string, (CostRemedy Remedy, decimal Amount)> Savings => _byArn;

    public void Add(SecretFacts facts)
    {
        var storage = facts.Cost.Storage is { IsKnown: true, Value: var stored } ? stored : 0;
        _storage += storage;
        if (facts.Usage.ReadsPerMonth is not { IsKnown: true, Value: var reads })
        {
            _withoutUse++;
            reads = 0;
        }

        var calls = prices.ApiCalls.Of(reads);
        var requests = facts.Key.IsAwsManaged is { IsKnown: true, Value: false } ? prices.KmsRequests.Of(reads) : 0;
        _calls += calls;
        _requests += requests;
        if (Saving(facts, storage, calls + requests) is not { Amount: > 0 } saving)
            return;

        var (secrets, amount) = _savings.GetValueOrDefault(saving.Remedy);
        _savings[saving.Remedy] = (secrets + 1, amount + saving.Amount);
        _byArn[facts.Secret.Arn] = saving;
    }

    /// <summary>The sums.</summary>
    /// <param name="distribution">How single secrets' costs are distributed.</param>
    public CostSummary Summary(CostDistribution? distribution) => new()
    {
        Distribution = distribution,
        PriceList = prices.Name,
        PricesAsOf = prices.OldestDay,
        Storage = Rounded(_storage),
        ApiCalls = Rounded(_calls),
        KmsRequests = Rounded(_requests),
        WithoutUse = _withoutUse,
        Savings =
        [
            .. _savings.OrderByDescending(pair => pair.Value.Amount).ThenBy(pair => pair.Key)
                .Select(pair => new CostSaving(pair.Key, pair.Value.Secrets, Rounded(pair.Value.Amount))),
        ],
    };

    private (CostRemedy Remedy, decimal Amount) Saving(SecretFacts facts, decimal storage, decimal use)
    {
        if (storage == 0 || facts.IsReplica is not { IsKnown: true, Value: false } || facts.PendingDeletion is not { IsKnown: true, Value: false })
            return default;

        if (facts.DaysUnused is { IsKnown: true, Value: > UnusedDays })
            return (CostRemedy.DeleteUnused, storage);

        if (facts.Replicas.UnreadFor(UnusedDays) is { IsKnown: true, Value: var unread })
            return (CostRemedy.DropReplicas, prices.SecretMonth.Of(unread.Split(", ").Length));

        if (use > 0 && facts.Usage.ReadsPerReaderDay is { IsKnown: true, Value: > CachedReadsPerReaderDay and var rate })
            return (CostRemedy.Cache, Rounded(use * (1 - (CachedReadsPerReaderDay / rate))));

        // A standard parameter costs nothing to keep.
        // https://aws.amazon.com/systems-manager/pricing/#Parameter_Store
        if (facts.LooksLikeConfiguration is { IsKnown: true, Value: true })
            return (CostRemedy.MoveToParameterStore, storage);

        // Of those that could be one, all but one are saved.
        return facts.MergeableCount is { IsKnown: true, Value: > 1 and var alike }
            ? (CostRemedy.Merge, Rounded(storage * (alike - 1) / alike))
            : default;
    }

    private static decimal Rounded(decimal amount) => Math.Round(amount, 4);
}
