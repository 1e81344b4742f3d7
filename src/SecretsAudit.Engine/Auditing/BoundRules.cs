using SecretsAudit.Engine.Facts;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>The rules that judge in a run, by what they judge.</summary>
internal sealed class BoundRules
{
    private BoundRules(RulePack pack, AuditOptions options)
    {
        Secrets = Bind<SecretFacts>(pack, options, RuleResource.Secret, fleet: false);
        Fleet = Bind<SecretFacts>(pack, options, RuleResource.Secret, fleet: true);
        Keys = Bind<KmsKeyFacts>(pack, options, RuleResource.Key, fleet: false);
        Parameters = Bind<ParameterFacts>(pack, options, RuleResource.Parameter, fleet: false);
        Accounts = Bind<AccountFacts>(pack, options, RuleResource.Account, fleet: false);
        All = [.. Secrets.Concat<BoundRule>(Fleet).Concat(Keys).Concat(Parameters).Concat(Accounts).OrderBy(rule => rule.Descriptor.Id, StringComparer.Ordinal)];
    }

    public BoundRule<SecretFacts>[] Secrets { get; }

    /// <summary>Those that compare a secret with all others.</summary>
    public BoundRule<SecretFacts>[] Fleet { get; }

    public BoundRule<KmsKeyFacts>[] Keys { get; }

    public BoundRule<ParameterFacts>[] Parameters { get; }

    public BoundRule<AccountFacts>[] Accounts { get; }

    /// <summary>All of them, in id order.</summary>
    public IReadOnlyList<BoundRule> All { get; }

    /// <summary>The reads that they need.</summary>
    public InventoryNeeds Needs => All.Aggregate(InventoryNeeds.Description, (needs, rule) => needs | rule.Rule.Needs);

    /// <summary>Applies the settings to a pack's rules, and keeps those that are on for anything.</summary>
    /// <exception cref="RuleSettingException">A setting is wrong.</exception>
    public static BoundRules Bind(RulePack pack, AuditOptions options)
    {
        if (options.Rules.Keys.FirstOrDefault(name => pack.Find(name) is null) is { } unknown)
            throw new RuleSettingException($"There is no rule '{unknown}'. {RuleNames.DidYouMean(pack, unknown)}".TrimEnd());

        if (options.Rules.Keys.GroupBy(name => pack.Find(name)!.Descriptor.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new RuleSettingException($"'{twice.First()}' and '{twice.Last()}' are one rule. Keep one of the two settings.");

        return new(pack, options);
    }

    private static BoundRule<TFacts>[] Bind<TFacts>(RulePack pack, AuditOptions options, RuleResource resource, bool fleet)
        where TFacts : class, IResourceFacts
    {
        var bound = new List<BoundRule<TFacts>>();
        foreach (var rule in pack.Rules)
        {
            var setting = options.Rules.FirstOrDefault(pair => rule.IsNamed(pair.Key)).Value ?? new();
            var standard = RuleArguments.Of(rule, options.AsOf, [setting.Parameters]);
            if (rule.Resource != resource || rule.NeedsFleet != fleet)
                continue;

            var enabled = setting.Enabled ?? rule.EnabledByDefault;
            var severity = setting.Severity ?? rule.Descriptor.Severity;
            var grace = setting.Grace ?? rule.Grace;
            var overrides = setting.Overrides.Select(own => (own.For, Variant: own.Setting.Enabled ?? enabled
                ? new RuleVariant<TFacts>(
                    pack.Create<TFacts>(rule, RuleArguments.Of(rule, options.AsOf, [setting.Parameters, own.Setting.Parameters])),
                    own.Setting.Severity ?? severity,
                    own.Setting.Grace ?? grace)
                : null)).ToList();
            if (enabled || overrides.Exists(own => own.Variant is not null))
                bound.Add(new(rule, rule.Descriptor with { Severity = severity }, enabled ? new(pack.Create<TFacts>(rule, standard), severity, grace) : null, overrides));
        }

        return [.. bound];
    }
}
