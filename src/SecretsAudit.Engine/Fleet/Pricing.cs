using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Fleet;

/// <summary>Applies a price list to one secret.</summary>
/// <param name="prices">The price list.</param>
/// <param name="covered">The account and region pairs whose secrets the inventory holds: a replica there is a secret of its own and is counted there.</param>
internal sealed class Pricing(PriceList prices, IReadOnlySet<Scope> covered)
{
    // A hundredth of a cent: finer figures would feign a precision that the count of reads does not have.
    private const int Places = 4;

    /// <summary>Storage for a month. A secret that waits for its deletion is free.</summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html"/>
    public Fact<decimal> Storage(SecretFacts facts)
    {
        var pending = facts.PendingDeletion;
        if (!pending.TryGetValue(out var waits))
            return FactOperators.Carry<bool, decimal>(pending);

        if (waits)
            return Fact.Known(0m, pending.Origin!);

        var secret = facts.Secret;
        if (secret.PrimaryRegion.IsAbsent || facts.IsReplica is { IsKnown: true, Value: true })
            return Fact.Known(prices.SecretMonth.Of(1), pending.Origin!);

        return secret.Replicas.TryGetValue(out var replicas)
            ? Fact.Known(prices.SecretMonth.Of(1 + Uncovered(secret.Scope, replicas)), pending.Origin!)
            : secret.Replicas.IsAbsent
                ? Fact.Known(prices.SecretMonth.Of(1), pending.Origin!)
                : FactOperators.Carry<IReadOnlyList<Replica>, decimal>(secret.Replicas);
    }

    /// <summary>Storage, reads, and a decryption for each read under a customer's own key; the AWS-managed key is free of charge.</summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html#asm_pricing"/>
    public Fact<decimal> Monthly(SecretFacts facts)
    {
        var storage = Storage(facts);
        if (!storage.IsKnown)
            return storage;

        var reads = facts.Usage.ReadsPerMonth;
        if (!reads.IsKnown || reads.Value == 0)
            return reads.IsKnown ? storage : reads;

        var managed = facts.Key.IsAwsManaged;
        if (!managed.IsKnown)
            return FactOperators.Carry<bool, decimal>(managed);

        var requests = managed.Value ? 0 : reads.Value;
        var cost = storage.Value + prices.ApiCalls.Of(reads.Value) + prices.KmsRequests.Of(requests);
        return Fact.Known(Math.Round(cost, Places), reads.Origin!);
    }

    private int Uncovered(Scope scope, IReadOnlyList<Replica> replicas)
    {
        var count = 0;
        for (var i = 0; i < replicas.Count; i++)
        {
            if (!covered.Contains(scope with { Region = replicas[i].Region }))
                count++;
        }

        return count;
    }
}
