using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>Counts what an inventory source yields, by scope and in all.</summary>
internal sealed class InventoryCount
{
    private readonly SortedDictionary<string, ScopeCount> _scopes = new(StringComparer.Ordinal);
    private readonly List<Gap> _gaps = [];
    private readonly List<ConfigRuleCompliance> _configRules = [];
    private readonly Histogram _ages = Histogram.ValueAges();
    private int _secrets;
    private int _keys;
    private int _rotating;
    private ScopeCount? _latest;

    /// <summary>The accounts and regions seen so far.</summary>
    public IReadOnlySet<Scope> Scopes => _scopes.Values.Select(count => count.Scope).ToHashSet();

    public void Add(SecretFacts facts, DateTimeOffset asOf)
    {
        _secrets++;
        Of(facts.Secret.Scope).Secrets++;
        if (facts.Rotation.Enabled is { IsKnown: true, Value: true })
            _rotating++;

        if (facts.ValueSince is { IsKnown: true, Value: var since })
            _ages.Add((decimal)Math.Max(0, (asOf - since).TotalDays));
        else
            _ages.AddUnknown();
    }

    public void Add(KmsKey key)
    {
        _keys++;
        Of(key.Scope).Keys++;
    }

    public void Add(Parameter parameter) => Of(parameter.Scope);

    public void Add(AccountRegion account) => Of(account.Scope);

    public void Add(Gap gap)
    {
        _gaps.Add(gap);
        if (gap.Scope is { } scope)
        {
            var count = Of(scope);
            count.Gaps++;
            count.LostSecrets |= gap.Operation == "secretsmanager:ListSecrets";
        }
    }

    public void Add(ConfigRuleCompliance compliance) => _configRules.Add(compliance);

    /// <summary>AWS Config's verdicts.</summary>
    public IReadOnlyList<ConfigRuleCompliance> ConfigRules => _configRules;

    /// <summary>The accounts and regions whose secrets were listed to the end.</summary>
    public IReadOnlySet<Scope> WholeScopes => _scopes.Values.Where(count => count.IsRead && !count.LostSecrets).Select(count => count.Scope).ToHashSet();

    public void Finish(Scope scope) => Of(scope).IsRead = true;

    /// <summary>What could not be read. A scope that the source began and never finished is a gap, too, and so is one that was to be there.</summary>
    public IReadOnlyList<Gap> Gaps(IReadOnlyList<Scope> expected) =>
    [
        .. expected.Where(scope => !_scopes.ContainsKey(scope.ToString())).Select(scope => new Gap
        {
            Operation = "inventory",
            Subject = scope.ToString(),
            Reason = "the account and region was to be covered, and the inventory holds nothing of it",
            Remedy = "Add a profile and the region to the source, or take it off the list of what is expected.",
            Scope = scope,
            Kind = GapKind.Failed,
        }),
        .. _gaps,
        .. _scopes.Values.Where(count => !count.IsRead && count.Gaps == 0).Select(count => new Gap
        {
            Operation = "inventory",
            Subject = count.Scope.ToString(),
            Reason = "the source ended before this account and region had been read to its end",
            Remedy = "Read the inventory again; an exported file may have been cut off.",
            Scope = count.Scope,
            Kind = GapKind.Failed,
        }),
    ];

    public IReadOnlyList<ScopeCoverage> Coverage() =>
        [.. _scopes.Values.Select(count => new ScopeCoverage(count.Scope, count.Secrets, count.Keys, count.Gaps))];

    public InventorySummary Summary(FleetVerdict? fleet) => new()
    {
        Secrets = _secrets,
        Keys = _keys,
        RotationEnabled = _rotating,
        MonthlyCost = fleet?.MonthlyCost,
        ValueAges = _ages.Buckets(),
        MonthlyCosts = fleet?.Costs ?? [],
        ConfigRules = _configRules,
    };

    private ScopeCount Of(Scope scope)
    {
        // A source reads one account and region after the other.
        if (_latest is { } latest && (ReferenceEquals(latest.Scope, scope) || latest.Scope == scope))
            return latest;

        var name = scope.ToString();
        if (!_scopes.TryGetValue(name, out var count))
            _scopes[name] = count = new(scope);

        return _latest = count;
    }

    private sealed class ScopeCount(Scope scope)
    {
        public Scope Scope => scope;

        public int Secrets { get; set; }

        public int Keys { get; set; }

        public int Gaps { get; set; }

        public bool IsRead { get; set; }

        /// <summary>Its secrets were not listed to the end.</summary>
        public bool LostSecrets { get; set; }
    }
}
