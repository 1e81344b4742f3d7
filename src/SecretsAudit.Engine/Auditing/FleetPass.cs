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
    private readonly BoundRule<SecretFacts>[] _rules;
    private readonly InventoryNeeds _needs;
    private readonly PriceList? _prices;
    private readonly List<Secret> _secrets = [];

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

        var members = new FleetMembers(context.Identity, whole);
        foreach (var secret in _secrets)
            members.Add(new(secret, context));
        context.Members = members;

        if (_prices is not null)
            context.Fleet = Measure(new Pricing(_prices, covered), context);

        var costs = Histogram.MonthlyCosts();
        var total = 0m;
        var bill = _prices is null ? null : new CostBill(_prices, context);
        foreach (var secret in _secrets)
        {
            var facts = new SecretFacts(secret, context);
            judge.Judge(facts, _rules);
            bill?.Add(facts);
            var monthly = facts.Cost.Monthly;
            if (monthly.IsKnown)
                costs.Add(monthly.Value);
            else
                costs.AddUnknown();

            total += monthly.IsKnown ? monthly.Value : facts.Cost.Storage is { IsKnown: true, Value: var storage } ? storage : 0;
        }

        return _prices is null ? null : new(total, costs.Buckets(), CostsOf(judge.Findings, context), bill!.Summary(), bill.Savings);
    }

    private FleetCosts Measure(Pricing pricing, FactContext context)
    {
        var known = new List<decimal>(_secrets.Count);
        foreach (var secret in _secrets)
        {
            if (pricing.Monthly(new(secret, context)) is { IsKnown: true, Value: var cost })
                known.Add(cost);
        }

        return new(pricing, [.. known], _secrets.Count - known.Count, context.AsOf);
    }

    private Dictionary<string, decimal> CostsOf(IReadOnlyList<Finding> findings, FactContext context)
    {
        var arns = findings.Select(finding => finding.Subject.Identity).ToHashSet(StringComparer.Ordinal);
        var costs = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var secret in _secrets.Where(secret => arns.Contains(secret.Arn)))
        {
            if (new SecretFacts(secret, context).Cost.Monthly is { IsKnown: true, Value: var cost })
                costs[secret.Arn] = cost;
        }

        return costs;
    }
}
