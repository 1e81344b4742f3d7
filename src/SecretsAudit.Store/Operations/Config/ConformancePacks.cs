using System.Globalization;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Deploying conformance packs and judging by their rules.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/developerguide/conformance-packs.html"/>
internal static class ConformancePacks
{
    private const int Limit = 50;

    extension(Call call)
    {
        public ConformancePack? FindConformancePack(string name) =>
            (ConformancePack?)call.State.Find(ScopedRow.IdOf(RowKind.ConformancePack, call.Account, call.Region, name));

        /// <exception cref="NoSuchConformancePackException">There is none.</exception>
        public ConformancePack RequirePack(string name) => call.FindConformancePack(name) ?? throw new NoSuchConformancePackException();

        /// <summary>The packs that are named, or all.</summary>
        /// <exception cref="NoSuchConformancePackException">One is named that is not there.</exception>
        public IEnumerable<ConformancePack> ConformancePacksNamed(IReadOnlyList<string?>? names) => names is { Count: > 0 }
            ? [.. names.Select(name => call.RequirePack(name!))]
            : call.Services.State.Shelf(RowKind.ConformancePack, call.Account, call.Region).Rows.Cast<ConformancePack>();
    }

    /// <summary>Puts a pack and sets its template's rules up in place of those it had.</summary>
    /// <param name="call">Whose account and region.</param>
    /// <param name="name">The pack's name.</param>
    /// <param name="template">The template's text; null where only its place in S3 is known, which leaves the pack without rules.</param>
    /// <param name="settings">What was said besides.</param>
    /// <param name="isOrganizations">Whether the organisation puts it.</param>
    public static ConformancePack Deploy(Call call, string name, string? template, PackSettings settings, bool isOrganizations = false)
    {
        var present = call.FindConformancePack(name);
        if (present is null && call.ConformancePacksNamed(null).Count() >= Limit)
        {
            throw new MaxNumberOfConformancePacksExceededException(Limit);
        }

        var pack = new ConformancePack
        {
            Account = call.Account,
            Region = call.Region,
            Name = name,
            PackId = present?.PackId ?? "conformance-pack-" + call.Identifiers.Uuid()[..8],
            Settings = settings,
            Updated = call.Now,
            IsOrganizations = isOrganizations,
        };
        var rules = template is null ? [] : ConformanceTemplate.Rules(call, pack, template);
        var names = rules.Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in Stored(call, pack).Where(rule => !names.Contains(rule.Name)))
        {
            RuleSet.Remove(call, gone);
        }

        foreach (var rule in rules)
        {
            call.Changes.Put(rule);
        }

        call.Changes.Put(pack);
        return pack;
    }

    public static void Remove(Call call, ConformancePack pack)
    {
        foreach (var rule in Stored(call, pack))
        {
            RuleSet.Remove(call, rule);
        }

        call.Changes.Delete(pack.Id);
    }

    /// <summary>A pack's rules as they judge now.</summary>
    /// <exception cref="NoSuchConfigRuleInConformancePackException">One is named that is not in the pack.</exception>
    public static IReadOnlyList<ActiveRule> RulesOf(Call call, ConformancePack pack, IReadOnlyList<string?>? names = null)
    {
        var rules = Stored(call, pack).Select(RuleSet.Of).ToList();
        return names is not { Count: > 0 } ? rules
            : [.. names.Select(name => rules.FirstOrDefault(rule => rule.Name == name) ?? throw new NoSuchConfigRuleInConformancePackException())];
    }

    /// <summary>Whether one rule finds fault, or at least one finds none, or nothing is known.</summary>
    public static string Compliance(Call call, ConformancePack pack)
    {
        var said = RulesOf(call, pack).Select(rule => RuleSet.Compliance(rule, call)).ToHashSet(StringComparer.Ordinal);
        return said.Contains("NON_COMPLIANT") ? "NON_COMPLIANT" : said.Contains("COMPLIANT") ? "COMPLIANT" : "INSUFFICIENT_DATA";
    }

    /// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ConformancePackComplianceScore.html"/>
    public static string Score(Call call, ConformancePack pack)
    {
        var verdicts = RulesOf(call, pack).SelectMany(rule => rule.Evaluate(call)).Where(verdict => verdict.ComplianceType is "COMPLIANT" or "NON_COMPLIANT").ToList();
        return verdicts.Count == 0 ? "INSUFFICIENT_DATA"
            : (100m * verdicts.Count(verdict => verdict.ComplianceType == "COMPLIANT") / verdicts.Count).ToString("0.##", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<ConfigRule> Stored(Call call, ConformancePack pack) => RuleSet.Stored(call).Where(rule => rule.PackName == pack.Name);
}
