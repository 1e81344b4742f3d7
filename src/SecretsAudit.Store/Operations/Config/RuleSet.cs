using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>A rule with the verdicts it gives now.</summary>
internal sealed record ActiveRule(string Name, ManagedRule? Managed, RuleParameters Parameters, ConfigRule? Settings = null)
{
    /// <summary>The verdict on every resource that the rule is about, by resource.</summary>
    public IEnumerable<RuleVerdict> Evaluate(Call call) => Managed is { } managed
        ? call.Services.State.Region(call.Account, call.Region).Secrets.Where(secret => !secret.IsPendingDeletion && IsInScope(secret))
            .OrderBy(secret => secret.Name, StringComparer.Ordinal)
            .Select(secret => new RuleVerdict("AWS::SecretsManager::Secret", secret.Arn, managed.Complies(secret, call, Parameters) ? "COMPLIANT" : "NON_COMPLIANT", null, call.Now, call.Now) { Invoked = call.Now })
        : call.Services.State.Shelf(RowKind.ConfigEvaluation, call.Account, call.Region).From(Name + "\n").Cast<ConfigEvaluation>()
            .TakeWhile(evaluation => evaluation.RuleName == Name)
            .Select(evaluation => new RuleVerdict(
                evaluation.ResourceType, evaluation.ResourceId, evaluation.ComplianceType, evaluation.Annotation, evaluation.OrderingTimestamp, evaluation.Recorded));

    // https://docs.aws.amazon.com/config/latest/APIReference/API_Scope.html
    private bool IsInScope(Secret secret) => Settings is null
        || ((Settings.ResourceTypes.IsEmpty || Settings.ResourceTypes.Contains("AWS::SecretsManager::Secret"))
            && (Settings.ResourceId ?? secret.Arn) == secret.Arn
            && (Settings.TagKey is not { } key || secret.Tags.Any(tag => tag.Key == key && (Settings.TagValue ?? tag.Value) == tag.Value)));
}

/// <summary>One verdict. A managed rule judges when it is asked; what was told from outside has the times of the telling.</summary>
internal sealed record RuleVerdict(string ResourceType, string ResourceId, string ComplianceType, string? Annotation, DateTimeOffset? Ordered, DateTimeOffset? Recorded)
{
    /// <summary>When the rule was run; null when nobody but the teller knows.</summary>
    public DateTimeOffset? Invoked { get; init; }
}

/// <summary>The rules that are active: those set up with PutConfigRule, or before the first of them AWS's five with their defaults.</summary>
internal static class RuleSet
{
    public static IEnumerable<ConfigRule> Stored(Call call) => call.Services.State.Shelf(RowKind.ConfigRule, call.Account, call.Region).Rows.Cast<ConfigRule>();

    public static IReadOnlyList<ActiveRule> Active(Call call)
    {
        var stored = Stored(call).Select(Of).ToList();
        return stored.Count > 0 ? stored : [.. ManagedRule.All.Select(rule => new ActiveRule(rule.Name, rule, RuleParameters.None))];
    }

    /// <summary>The active rules of these names; all when none is named.</summary>
    /// <exception cref="NoSuchConfigRuleException">One of them is not there.</exception>
    public static IReadOnlyList<ActiveRule> Named(Call call, IReadOnlyList<string?>? names)
    {
        var rules = Active(call);
        if (names is not { Count: > 0 })
        {
            return rules;
        }

        return names.FirstOrDefault(name => rules.All(rule => rule.Name != name)) is { } unknown
            ? throw new NoSuchConfigRuleException(unknown)
            : [.. rules.Where(rule => names.Contains(rule.Name))];
    }

    /// <exception cref="NoSuchConfigRuleException">There is none.</exception>
    public static ConfigRule Require(Call call, string name) =>
        (ConfigRule?)call.State.Find(ScopedRow.IdOf(RowKind.ConfigRule, call.Account, call.Region, name)) ?? throw new NoSuchConfigRuleException(name);

    /// <summary>The row of a rule that is put.</summary>
    public static ConfigRule Build(Call call, WireConfigRule given, string name, ConfigRule? stored) => new()
    {
        Account = call.Account,
        Region = call.Region,
        Name = name,
        RuleId = stored?.RuleId ?? "config-rule-" + call.Identifiers.ArnSuffix().ToLowerInvariant(),
        Description = given.Description,
        Owner = given.Source!.Owner!,
        SourceIdentifier = given.Source.SourceIdentifier!,
        Triggers = [.. (given.Source.SourceDetails ?? []).Select(RuleChecks.Complete)],
        InputParameters = given.InputParameters,
        ResourceTypes = [.. given.Scope?.ComplianceResourceTypes ?? []],
        ResourceId = given.Scope?.ComplianceResourceId,
        TagKey = given.Scope?.TagKey,
        TagValue = given.Scope?.TagValue,
        MaximumExecutionFrequency = given.MaximumExecutionFrequency,
        Tags = stored?.Tags ?? [],
    };

    /// <summary>Deletes a rule with what was told under it.</summary>
    public static void Remove(Call call, ConfigRule rule)
    {
        call.Changes.Delete(rule.Id);
        foreach (var evaluation in call.Services.State.Shelf(RowKind.ConfigEvaluation, call.Account, call.Region).From(rule.Name + "\n")
            .Cast<ConfigEvaluation>().TakeWhile(evaluation => evaluation.RuleName == rule.Name))
        {
            call.Changes.Delete(evaluation.Id);
        }
    }

    /// <summary>What a rule says of its resources together.</summary>
    public static string Compliance(ActiveRule rule, Call call)
    {
        var verdicts = rule.Evaluate(call).Select(verdict => verdict.ComplianceType).ToList();
        return verdicts.Count == 0 ? "INSUFFICIENT_DATA" : verdicts.Contains("NON_COMPLIANT") ? "NON_COMPLIANT" : "COMPLIANT";
    }

    /// <summary>A pack's rule changes with its pack only.</summary>
    public static ConfigResourceInUseException IsAPacks(ConfigRule rule) =>
        new($"The rule {rule.Name} belongs to the conformance pack {rule.PackName}. Change or delete the conformance pack instead.");

    public static ActiveRule Of(ConfigRule rule) =>
        new(rule.Name, ManagedRule.All.FirstOrDefault(managed => rule.Owner == "AWS" && managed.Identifier == rule.SourceIdentifier), RuleParameters.Read(rule.InputParameters), rule);
}
