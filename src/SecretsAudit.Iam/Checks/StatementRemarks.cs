using SecretsAudit.Iam.Reach;
using SecretsAudit.Iam.Reach.Languages;
using SecretsAudit.Iam.Reach.Search;

namespace SecretsAudit.Iam.Checks;

/// <summary>Remarks on statements that say nothing: no request meets them, or another one already says it.</summary>
internal static class StatementRemarks
{
    private const long StepsPerKey = 400_000;

    public static IEnumerable<PolicyRemark> Of(PolicyLinter linter)
    {
        var statements = linter.Policy.Statements;
        foreach (var statement in statements)
        {
            if (Contradiction(linter, statement) is { } condition)
            {
                yield return PolicyLinter.Remark(
                    PolicyRemarkIds.NeverMatches, RemarkSeverity.Warning, statement, condition,
                    $"No request meets what the statement asks of {condition.Key}: the statement has no effect.");
            }
            else if (statements.FirstOrDefault(other => other != statement && Makes(other, statement)) is { } other)
            {
                yield return PolicyLinter.Remark(
                    PolicyRemarkIds.RedundantStatement, RemarkSeverity.Suggestion, statement, "", statement.Position,
                    other.Effect == statement.Effect ? $"{other.Name} already {(other.Effect == PolicyEffect.Allow ? "allows" : "denies")} all of it." : $"{other.Name} denies all of it.");
            }
        }
    }

    // A key of which the statement asks what no value, set of values or absence fulfils.
    private static PolicyCondition? Contradiction(PolicyLinter linter, PolicyStatement statement)
    {
        var terms = new PolicyTerms(linter.Policy);
        foreach (var key in statement.Conditions.Select(condition => condition.Key).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var own = statement.Conditions.Where(condition => condition.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).ToList();
            if (own.Exists(condition => condition.HasVariables))
                continue;

            var options = new ReachOptions { AsOf = linter.AsOf };
            var scene = new SearchScene
            {
                Terms = terms,
                Zone = TrustZone.Nobody,
                Options = options,
                Resource = new ResourceFacts(linter.Policy, TrustZone.Nobody, options),
                Budget = new SearchBudget(StepsPerKey, CancellationToken.None),
                Caller = SceneCaller.Account,
                ThroughEndpoint = false,
                Fixed = new RequestContext(),
            };
            var part = KeyNatures.Of(key) == KeyNature.Time ? TimePart.Build(scene) : ContextParts.Build(scene, key, keepAll: true);
            if (part.IsComplete && !part.Choices.Any(choice => choice.Holds.Contains(statement.Index)))
                return own[0];
        }

        return null;
    }

    // Whether the other statement leaves this one nothing to decide.
    private static bool Makes(PolicyStatement other, PolicyStatement statement)
    {
        if (other.Effect == PolicyEffect.Allow && statement.Effect == PolicyEffect.Deny)
            return false;
        // Of two equal ones the later is the redundant one.
        if (other.Effect == statement.Effect && other.Index > statement.Index && Covers(statement, other))
            return false;
        return Covers(other, statement);
    }

    private static bool Covers(PolicyStatement outer, PolicyStatement inner) =>
        CoversPrincipals(outer, inner)
        && Narrowing.Covers(outer.Actions, outer.IsNotAction, inner.Actions, inner.IsNotAction, StringComparison.OrdinalIgnoreCase)
        && Narrowing.Covers(outer.Resources, outer.IsNotResource, inner.Resources, inner.IsNotResource, StringComparison.Ordinal)
        && outer.Conditions.All(condition => inner.Conditions.Any(other => other.Operator == condition.Operator
            && other.Key.Equals(condition.Key, StringComparison.OrdinalIgnoreCase) && other.Values.All(condition.Values.Contains) && (!condition.Operator.IsNegated || condition.Values.All(other.Values.Contains))));

    private static bool CoversPrincipals(PolicyStatement outer, PolicyStatement inner)
    {
        if (outer.IsNotPrincipal || inner.IsNotPrincipal)
            return outer.IsNotPrincipal == inner.IsNotPrincipal && outer.Principals.All(entry => inner.Principals.Any(other => Same(entry, other))) && outer.Principals.Count == inner.Principals.Count;
        return outer.Principals.Count == 0 || outer.Principals.Any(entry => entry.Kind == PolicyPrincipalKind.Everyone)
            || inner.Principals.All(entry => outer.Principals.Any(other => Same(entry, other)));
    }

    private static bool Same(PolicyPrincipal one, PolicyPrincipal other) => one.Kind == other.Kind && (one.Kind == PolicyPrincipalKind.Account ? one.Account == other.Account : one.Value == other.Value);
}
