using SecretsAudit.Iam;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>Keeps the analyses of policies, since most of an estate's policies share a few texts. Bounded: a full shelf is emptied.</summary>
internal sealed class PolicyShelf
{
    private const int Places = 512;

    private readonly Dictionary<(PolicyKind Kind, string Text), PolicyParse> _parses = new(PolicyTextComparer.Instance);
    private readonly Dictionary<(PolicyKind Kind, string Text), PolicyAnalysis> _analyses = new(PolicyTextComparer.Instance);

    /// <summary>Reads a policy.</summary>
    public Fact<PolicyAnalysis> Analyse(Fact<string> policy, PolicyKind kind, DateTimeOffset asOf)
    {
        if (!policy.TryGetValue(out var text))
            return policy.Origin is null
                ? Fact<PolicyAnalysis>.Unknown(new("policy", asOf, "not read"))
                : FactOperators.Carry<string, PolicyAnalysis>(policy);

        if (_analyses.TryGetValue((kind, text), out var known))
            return Fact.Known(known, policy.Origin!);

        var parse = Kept(_parses, (kind, text), () => PolicyDocument.Parse(text, kind));
        return parse.IsValid
            ? Fact.Known(Kept(_analyses, (kind, text), () => new PolicyAnalysis(parse.Document, text, asOf)), policy.Origin!)
            : Fact<PolicyAnalysis>.Unknown(policy.Origin!.Failed($"the {Name(kind)} cannot be understood at {parse.Errors.First()}"));
    }

    /// <summary>A request from outside of the trust zone, in words; absent when none is allowed, unknown when the search gave up.</summary>
    public Fact<string> Outside(Fact<PolicyAnalysis> fact, string arn, string account, FactContext context)
    {
        if (!fact.TryGetValue(out var analysis))
            return FactOperators.Carry<PolicyAnalysis, string>(fact);

        var zone = context.TrustOf(account);
        ReachVerdict Find() => PolicyReach.Find(analysis.Document, zone, new ReachOptions { AsOf = context.AsOf, Resource = analysis.IsAlikeEverywhere ? null : arn });
        var verdict = analysis.IsAlikeEverywhere ? Kept(analysis.Verdicts, account, Find) : Find();
        return verdict switch
        {
            ReachVerdict.Allowed allowed => Fact.Known(string.Join(' ', [$"{allowed.Witness.Words}.", .. allowed.Witness.Assumptions]), fact.Origin!),
            ReachVerdict.Undetermined undetermined => Fact<string>.Unknown(fact.Origin!.Failed(undetermined.Reason.TrimEnd('.'))),
            _ => Fact<string>.Absent(fact.Origin!),
        };
    }

    private static string Name(PolicyKind kind) => kind == PolicyKind.Key ? "key policy" : "resource policy";

    private static TValue Kept<TKey, TValue>(Dictionary<TKey, TValue> shelf, TKey key, Func<TValue> make)
        where TKey : notnull
    {
        if (shelf.TryGetValue(key, out var kept))
            return kept;

        if (shelf.Count >= Places)
            shelf.Clear();

        return shelf[key] = make();
    }
}
