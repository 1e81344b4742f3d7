using SecretsAudit.Engine.Facts;
using SecretsAudit.Engine.Fleet;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>
/// Judges what can be judged only when every secret has been read: costs compared with the fleet. Until then it keeps the secrets, without
/// the parts that no such rule looks at (policies above all).
/// </summary>
internal sealed class FleetPass
{
    private const decimal Unknown = -1;

    private readonly BoundRule<SecretFacts>[] _rules;
    private readonly InventoryNeeds _needs;
    private readonly PriceList? _prices;
    private readonly PackedSecrets _secrets = new();

    public FleetPass(BoundRule<SecretFacts>[] rules, PriceList? prices)
    {
        _rules = rules;
        _prices = prices;
        _needs = rules.Aggregate(InventoryNeeds.None, (needs, rule) => needs | rule.Rule.Needs);
    }

    /// <summary>Keeps a secret for later.</summary>
    public void Add(Secret secret)
    {
        if (_rules.Length == 0)
            return;

        _secrets.Add(secret with
        {
            ResourcePolicy = _needs.HasFlag(InventoryNeeds.ResourcePolicy) ? secret.ResourcePolicy : default,
            Versions = _needs.HasFlag(InventoryNeeds.Versions) ? secret.Versions : default,
        });
    }

    /// <summary>Measures the fleet and puts the fleet rules to every secret.</summary>
    /// <param name="judge">Keeps what comes out.</param>
    /// <param name="context">What surrounds the secrets.</param>
    /// <param name="covered">The accounts and regions of the inventory.</param>
    /// <param name="whole">Those that were read to their end without a gap in the listing.</param>
    public FleetVerdict? Judge(ResourceJudge judge, FactContext context, IReadOnlySet<Scope> covered, IReadOnlySet<Scope> whole)
    {
        if (_rules.Length == 0)
            return null;

        var monthlyCosts = Measure(context, covered, whole);
        var costs = Histogram.MonthlyCosts();
        var total = 0m;
        var bill = _prices is null ? null : new CostBill(_prices, context);
        var flagged = judge.Findings.Select(finding => finding.Subject.Identity).ToHashSet(StringComparer.Ordinal);
        var costByArn = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var number = 0;
        foreach (var secret in _secrets.All())
        {
            var facts = new SecretFacts(secret, context);
            if (monthlyCosts.Count > number && monthlyCosts[number++] is >= 0 and var measured && (secret.Usage.Origin ?? secret.DeletedAt.Origin) is { } origin)
                facts.MonthlyCost = Fact.Known(measured, origin);

            var before = judge.Findings.Count;
            judge.Judge(facts, _rules);
            bill?.Add(facts);
            var monthly = facts.Cost.Monthly;
            if (monthly.IsKnown)
                costs.Add(monthly.Value);
            else
                costs.AddUnknown();

            total += monthly.IsKnown ? monthly.Value : facts.Cost.Storage is { IsKnown: true, Value: var storage } ? storage : 0;
            if (monthly.IsKnown && (judge.Findings.Count > before || flagged.Contains(secret.Arn)))
                costByArn[secret.Arn] = monthly.Value;
        }

        return _prices is null ? null : new(total, costs.Buckets(), costByArn, bill!.Summary(), bill.Savings);
    }

    // What a secret is compared with: the costs and the names of all others. Gives the costs by the secrets' order, less than zero where unknown.
    private List<decimal> Measure(FactContext context, IReadOnlySet<Scope> covered, IReadOnlySet<Scope> whole)
    {
        var pricing = _prices is null ? null : new Pricing(_prices, covered);
        var members = new FleetMembers(context.Identity, whole);
        var costs = new List<decimal>(pricing is null ? 0 : _secrets.Count);
        foreach (var secret in _secrets.All())
        {
            var facts = new SecretFacts(secret, context);
            members.Add(facts);
            if (pricing is not null)
                costs.Add(pricing.Monthly(facts) is { IsKnown: true, Value: var cost } ? cost : Unknown);
        }

        context.Members = members;
        if (pricing is not null)
        {
            decimal[] known = [.. costs.Where(cost => cost >= 0)];
            context.Fleet = new(pricing, known, costs.Count - known.Length, context.AsOf);
        }

        return costs;
    }
}
