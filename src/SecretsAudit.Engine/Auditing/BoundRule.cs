using SecretsAudit.Engine.Facts;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>A rule that judges in this run, with its count.</summary>
internal abstract class BoundRule(Rule rule, RuleDescriptor descriptor)
{
    public Rule Rule => rule;

    public RuleDescriptor Descriptor => descriptor;

    public int Passed { get; set; }

    public int Failed { get; set; }

    public int NotApplicable { get; set; }

    public int NotEvaluated { get; set; }

    /// <summary>How often it threw.</summary>
    public int Thrown { get; set; }

    public RuleTally Tally => new(descriptor.Id, Passed, Failed, NotApplicable, NotEvaluated);
}

/// <summary>A rule over resources of one kind, with its settings applied.</summary>
internal sealed class BoundRule<TFacts>(Rule rule, RuleDescriptor descriptor, RuleVariant<TFacts>? standard, IReadOnlyList<(ResourceSelector For, RuleVariant<TFacts>? Variant)> overrides)
    : BoundRule(rule, descriptor)
    where TFacts : class, IResourceFacts
{
    /// <summary>What judges where no override does; null when it is switched off there.</summary>
    public RuleVariant<TFacts>? Standard => standard;

    public bool HasOverrides => overrides.Count > 0;

    /// <summary>A rule without settings.</summary>
    public static BoundRule<TFacts> Of(RulePack pack, Rule rule, RuleArguments arguments) =>
        new(rule, rule.Descriptor, new(pack.Create<TFacts>(rule, arguments), rule.Descriptor.Severity, rule.Grace), []);

    /// <summary>What judges one resource; null when the rule is switched off for it.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="doubt">Set to the reason when it cannot be told which settings hold.</param>
    public RuleVariant<TFacts>? For(TFacts resource, out string? doubt)
    {
        doubt = null;
        for (var i = overrides.Count - 1; i >= 0; i--)
        {
            var chosen = overrides[i].For.Chooses(resource);
            if (chosen.IsFalse)
                continue;

            if (chosen.IsUnknown)
                doubt = $"which settings hold depends on tags: {chosen.Reason}";

            return overrides[i].Variant;
        }

        return standard;
    }
}

/// <summary>A rule with one set of settings.</summary>
/// <param name="Compiled">Its code.</param>
/// <param name="Severity">How bad a failure is.</param>
/// <param name="Grace">How long a new resource is spared.</param>
internal sealed record RuleVariant<TFacts>(ResourceRule<TFacts> Compiled, Severity Severity, TimeSpan Grace)
    where TFacts : class;
