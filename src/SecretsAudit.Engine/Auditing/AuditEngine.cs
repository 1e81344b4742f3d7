using System.Reflection;
using SecretsAudit.Engine.Facts;
using SecretsAudit.Engine.Frameworks;
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

        var rules = source is null ? null : BoundRules.Bind(pack, options);
        var count = new InventoryCount();
        var context = new FactContext { AsOf = options.AsOf, OwnerTags = options.OwnerTags, Trust = options.Trust, Prices = pack.Prices };
        var judge = new ResourceJudge(context);
        var fleet = source is null ? null : await JudgeInventoryAsync(source, pack, rules!, options, context, count, judge, cancellationToken).ConfigureAwait(false);

        IReadOnlyList<BoundRule> judging = rules?.All ?? [];
        var review = new WaiverReview(options.Waivers, pack, judge, options);
        List<Finding> found =
        [
            .. judge.Findings.Select(finding => WithCost(finding, fleet)),
            .. options.Code?.Findings ?? [],
            .. options.ComparesConfig ? ConfigVerdicts.Disagreements(count.ConfigRules, judging, judge) : [],
        ];
        List<Finding> findings =
        [
            .. found.Select(finding => WithDue(review.Apply(options.Baseline?.Age(finding, options.AsOf) ?? finding), options)),
            .. judge.RuleFailures,
        ];
        findings.AddRange(review.Findings(name => IsJudged(name, judging, pack, options.Code)));

        IReadOnlyList<RuleDescriptor> descriptors =
            [.. judging.Select(rule => rule.Descriptor).Concat(options.Code?.Rules ?? []).Concat(AuditRules.All).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
        var tallies = Tallies(descriptors, judging, findings);
        var result = new AuditResult
        {
            RunId = options.RunId ?? Guid.CreateVersion7(startedAt).ToString(),
            ToolVersion = ToolVersion(),
            AsOf = options.AsOf,
            StartedAt = startedAt,
            Duration = options.Clock.GetElapsedTime(started),
            Source = source?.Description ?? "source code",
            Scopes = count.Coverage(),
            Rules = descriptors,
            Tallies = tallies,
            Findings =
            [
                .. findings.OrderByDescending(finding => finding.Severity)
                    .ThenBy(finding => finding.RuleId, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Subject.Identity, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Fingerprint, StringComparer.Ordinal),
            ],
            NotEvaluated = [.. judge.Unevaluated.OrderBy(rule => rule.RuleId, StringComparer.Ordinal).ThenBy(rule => rule.Subject.Arn, StringComparer.Ordinal)],
            Gaps = [.. count.Gaps(source is null ? [] : options.Expected), .. options.Code?.Gaps ?? []],
            Inventory = source is null ? null : count.Summary(fleet),
            Code = options.Code?.Summary,
            Frameworks = pack.Frameworks.Count == 0 || source is null ? null : FrameworkReview.Of(pack.Frameworks, [.. pack.Rules.Select(rule => rule.Descriptor), .. options.Code?.Rules ?? []], tallies, findings),
            Cost = fleet?.Summary,
        };
        return options.Baseline is { } baseline ? result with { Fixed = baseline.FixedIn(result) } : result;
    }

    private static async Task<FleetVerdict?> JudgeInventoryAsync(
        IInventorySource source,
        RulePack pack,
        BoundRules rules,
        AuditOptions options,
        FactContext context,
        InventoryCount count,
        ResourceJudge judge,
        CancellationToken cancellationToken)
    {
        var fleet = new FleetPass(rules.Fleet, pack.Prices, context);
        var needs = rules.Needs | (options.ComparesConfig ? InventoryNeeds.ConfigRules : InventoryNeeds.None);
        var request = new InventoryRequest { AsOf = options.AsOf, Needs = needs, UsageWindow = options.UsageWindow, Progress = options.Progress };
        var later = new LaterKeys(context.Keys);
        await foreach (var item in source.ReadAsync(request, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            switch (item)
            {
                case InventoryItem.OfSecret { Secret: var secret }:
                    var facts = new SecretFacts(secret, context);
                    count.Add(facts, options.AsOf);
                    if (!later.Keeps(facts))
                        judge.Judge(facts, rules.Secrets);
                    fleet.Add(facts);
                    break;
                case InventoryItem.OfKey { Key: var key }:
                    count.Add(key);
                    context.Keys.Add(key);
                    if (rules.Keys.Length > 0)
                        judge.Judge(new KmsKeyFacts(key, context), rules.Keys);
                    break;
                case InventoryItem.OfParameter { Parameter: var parameter }:
                    count.Add(parameter);
                    judge.Judge(new ParameterFacts(parameter, context), rules.Parameters);
                    break;
                case InventoryItem.OfAccount { Account: var account }:
                    count.Add(account);
                    judge.Judge(new AccountFacts(account, context), rules.Accounts);
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

        foreach (var facts in later.Kept)
            judge.Judge(facts, rules.Secrets);

        return fleet.Judge(judge, context, count.Scopes, count.WholeScopes);
    }

    private static Finding WithCost(Finding finding, FleetVerdict? fleet)
    {
        if (fleet is null)
            return finding;

        var cost = fleet.CostByArn.TryGetValue(finding.Subject.Identity, out var monthly) ? monthly : (decimal?)null;
        return finding with { MonthlyCost = cost, MonthlySaving = SavingRules.Of(finding.RuleName, finding.Subject.Identity, fleet) };
    }

    private static Finding WithDue(Finding finding, AuditOptions options) => options.DueTimes.TryGetValue(finding.Severity, out var time)
        ? finding with { Due = (finding.FirstSeen ?? options.AsOf) + time }
        : finding;

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
