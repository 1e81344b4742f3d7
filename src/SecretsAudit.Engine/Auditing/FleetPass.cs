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
    private const decimal Later = -2;

    private readonly BoundRule<SecretFacts>[] _rules;
    private readonly PriceList? _prices;
    private readonly PackedSecrets _secrets;
    private readonly FleetMembers _members;
    private readonly Pricing? _pricing;
    private readonly List<decimal> _costs = [];
    private readonly List<FleetMembers.Alike?> _alike = [];

    public FleetPass(BoundRule<SecretFacts>[] rules, PriceList? prices, FactContext context)
    {
        _rules = rules;
        _prices = prices;
        _members = new(context.Identity);
        _pricing = prices is null ? null : new(prices, new HashSet<Scope>());
        var needs = rules.Aggregate(InventoryNeeds.None, (needs, rule) => needs | rule.Rule.Needs);
        _secrets = new(keepsPolicies: needs.HasFlag(InventoryNeeds.ResourcePolicy), keepsVersions: needs.HasFlag(InventoryNeeds.Versions));
    }

    /// <summary>Keeps a secret for later, and measures of it what does not depend on those still to come.</summary>
    public void Add(SecretFacts facts)
    {
        if (_rules.Length == 0)
            return;

        _alike.Add(_members.Add(facts));
        _secrets.Add(facts.Secret);
        if (_pricing is null)
            return;

        // Where replicas are counted depends on all accounts and regions, and a key may be read after the secret under it.
        var hasReplicas = facts.Secret.Replicas is not ({ IsAbsent: true } or { IsKnown: true, Value.Count: 0 });
        _costs.Add(!hasReplicas && _pricing.Monthly(facts) is { IsKnown: true, Value: var cost } ? cost : Later);
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

        Measure(context, covered, whole);
        var costs = Histogram.MonthlyCosts();
        var total = 0m;
        var bill = _prices is null ? null : new CostBill(_prices);
        var flagged = judge.Findings.Select(finding => finding.Subject.Identity).ToHashSet(StringComparer.Ordinal);
        var costByArn = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var number = 0;
        foreach (var secret in _secrets.All())
        {
            var facts = new SecretFacts(secret, context);
            if (_alike[number] is { } alike)
                facts.KnownMergeable = _members.Mergeable(alike);
            if (_costs.Count > number && _costs[number] is >= 0 and var measured && (secret.Usage.Origin ?? secret.DeletedAt.Origin) is { } origin)
                facts.MonthlyCost = Fact.Known(measured, origin);

            number++;
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

        return _prices is null ? null : new(total, costs.Buckets(), costByArn, bill!.Summary(context.Fleet?.Distribution), bill.Savings);
    }

    // What a secret is compared with: the costs and the names of all others. Gives the costs by the secrets' order, less than zero where unknown.
    private void Measure(FactContext context, IReadOnlySet<Scope> covered, IReadOnlySet<Scope> whole)
    {
        _members.Covered = whole;
        context.Members = _members;
        if (_prices is null)
            return;

        var pricing = new Pricing(_prices, covered);
        for (var i = 0; i < _costs.Count; i++)
        {
            if (_costs[i] == Later)
                _costs[i] = pricing.Monthly(new(_secrets[i], context)) is { IsKnown: true, Value: var cost } ? cost : Unknown;
        }

        decimal[] known = [.. _costs.Where(cost => cost >= 0)];
        context.Fleet = new(pricing, known, _costs.Count - known.Length, context.AsOf);
    }
}
