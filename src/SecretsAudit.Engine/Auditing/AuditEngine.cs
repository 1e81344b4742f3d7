using System.Reflection;
using SecretsAudit.Engine.Facts;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Waivers;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>Runs an audit: inventory, facts, rules, verdicts, waivers, findings.</summary>
public static class AuditEngine
{
    /// <summary>Runs one audit.</summary>
    /// <param name="source">Where the inventory is read; null when only code is audited.</param>
    /// <param name="pack">The rules.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The result, complete or with its gaps.</returns>
    /// <exception cref="RuleSettingException">A setting names an unknown rule or parameter, or a value that is not allowed.</exception>
    public static async Task<AuditResult> RunAsync(IInventorySource? source, RulePack pack, AuditOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(options);
        var startedAt = options.Clock.GetUtcNow();
        var started = options.Clock.GetTimestamp();

        IReadOnlyList<BoundRule> rules = source is null ? [] : BoundRule.Bind(pack, options);
        var count = new InventoryCount();
        var judge = new SecretJudge();
        var fleet = source is null ? null : await JudgeInventoryAsync(source, pack, rules, options, count, judge, cancellationToken).ConfigureAwait(false);

        var review = new WaiverReview(options.Waivers, options);
        var findings = judge.Findings.Select(finding => review.Apply(WithCost(finding, fleet)))
            .Concat((options.Code?.Findings ?? []).Select(review.Apply))
            .ToList();
        findings.AddRange(judge.RuleFailures);
        findings.AddRange(review.Findings(name => IsJudged(name, rules, pack, options.Code)));

        IReadOnlyList<RuleDescriptor> descriptors =
            [.. rules.Select(rule => rule.Descriptor).Concat(options.Code?.Rules ?? []).Concat(AuditRules.All).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
        return new()
        {
            RunId = options.RunId ?? Guid.CreateVersion7(startedAt).ToString(),
            ToolVersion = ToolVersion(),
            AsOf = options.AsOf,
            StartedAt = startedAt,
            Duration = options.Clock.GetElapsedTime(started),
            Source = source?.Description ?? "source code",
            Scopes = count.Coverage(),
            Rules = descriptors,
            Tallies = Tallies(descriptors, rules, findings),
            Findings =
            [
                .. findings.OrderByDescending(finding => finding.Severity)
                    .ThenBy(finding => finding.RuleId, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Subject.Identity, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Fingerprint, StringComparer.Ordinal),
            ],
            NotEvaluated = [.. judge.Unevaluated.OrderBy(rule => rule.RuleId, StringComparer.Ordinal).ThenBy(rule => rule.Subject.Arn, StringComparer.Ordinal)],
            Gaps = [.. count.Gaps(), .. options.Code?.Gaps ?? []],
            Inventory = source is null ? null : count.Summary(fleet),
            Code = options.Code?.Summary,
        };
    }

    private static async Task<FleetVerdict?> JudgeInventoryAsync(
        IInventorySource source,
        RulePack pack,
        IReadOnlyList<BoundRule> rules,
        AuditOptions options,
        InventoryCount count,
        SecretJudge judge,
        CancellationToken cancellationToken)
    {
        var context = new FactContext { AsOf = options.AsOf, OwnerTags = options.OwnerTags };
        var alone = rules.Where(rule => !rule.Rule.NeedsFleet).ToList();
        var fleet = new FleetPass([.. rules.Where(rule => rule.Rule.NeedsFleet)], pack.Prices);
        var request = new InventoryRequest
        {
            AsOf = options.AsOf,
            Needs = rules.Aggregate(InventoryNeeds.Description, (needs, rule) => needs | rule.Rule.Needs),
            UsageWindow = options.UsageWindow,
            Progress = options.Progress,
        };

        await foreach (var item in source.ReadAsync(request, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            switch (item)
            {
                case InventoryItem.OfSecret { Secret: var secret }:
                    var facts = new SecretFacts(secret, context);
                    count.Add(facts, options.AsOf);
                    judge.Judge(facts, alone);
                    fleet.Add(secret);
                    break;
                case InventoryItem.OfKey { Key: var key }:
                    count.Add(key);
                    context.Keys.Add(key);
                    break;
                case InventoryItem.OfGap { Gap: var gap }:
                    count.Add(gap);
                    break;
                case InventoryItem.OfConfigRule { Compliance: var compliance }:
                    count.Add(compliance);
                    break;
                case InventoryItem.ScopeRead { Scope: var scope }:
                    count.Finish(scope);
                    break;
            }
        }

        return fleet.Judge(judge, context, count.Scopes);
    }

    private static Finding WithCost(Finding finding, FleetVerdict? fleet) =>
        fleet is not null && fleet.CostByArn.TryGetValue(finding.Subject.Identity, out var cost) ? finding with { MonthlyCost = cost } : finding;

    private static IReadOnlyList<RuleTally> Tallies(IReadOnlyList<RuleDescriptor> descriptors, IReadOnlyList<BoundRule> rules, List<Finding> findings)
    {
        var bound = rules.ToDictionary(rule => rule.Descriptor.Id, rule => rule.Tally, StringComparer.Ordinal);
        var found = findings.CountBy(finding => finding.RuleId, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. descriptors.Select(rule => bound.GetValueOrDefault(rule.Id) ?? new RuleTally(rule.Id, 0, found.GetValueOrDefault(rule.Id), 0, 0))];
    }

    // A waiver of a rule that did not judge in this run may well be needed in the next. A name that no rule has can be told only when
    // the code's rules are known, too.
    private static bool IsJudged(string name, IReadOnlyList<BoundRule> rules, RulePack pack, CodeAudit? code) =>
        rules.Any(rule => rule.Rule.IsNamed(name)) || (code is not null && pack.Find(name) is null);

    private static string ToolVersion() =>
        typeof(AuditEngine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
