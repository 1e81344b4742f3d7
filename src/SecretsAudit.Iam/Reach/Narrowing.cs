using SecretsAudit.Iam.Matching;

namespace SecretsAudit.Iam.Reach;

/// <summary>Whether a condition, or a Deny around it, cuts "everyone" down to a fixed set.</summary>
internal static class Narrowing
{
    /// <summary>The answer for one condition.</summary>
    internal abstract record Verdict
    {
        private Verdict()
        {
        }

        internal sealed record Narrows : Verdict;

        internal sealed record DoesNot(string Why) : Verdict;
    }

    /// <summary>Judges one condition among its statement's conditions, which may rule out that the key is absent.</summary>
    public static Verdict Of(PolicyCondition condition, IReadOnlyList<PolicyCondition> siblings)
    {
        if (!NarrowingKey.IsKnown(condition.Key) && !NarrowingKey.HasFixedValues(condition))
            return new Verdict.DoesNot($"{condition.Key} does not tell strangers apart.");
        if (condition.Operator.Comparison == ConditionComparison.Null)
            return new Verdict.DoesNot($"Null only asks whether {condition.Key} is present.");
        if (condition.Operator.IsNegated)
            return new Verdict.DoesNot($"{condition.Operator} on {condition.Key} keeps some out and lets all others in.");
        if (!NarrowingKey.HasFixedValues(condition))
            return new Verdict.DoesNot($"The values of {condition.Key} leave room for strangers.");

        var passesAbsent = condition.Operator.IfExists || condition.Operator.Qualifier == SetQualifier.ForAllValues;
        return passesAbsent && !siblings.Any(other => DemandsPresence(other, condition.Key))
            ? new Verdict.DoesNot($"{condition.Operator} on {condition.Key} also holds for requests without that key.")
            : new Verdict.Narrows();
    }

    /// <summary>Whether a Deny covers all that the Allow allows, except for requests from a fixed set.</summary>
    public static bool ByDeny(PolicyStatement deny, PolicyStatement allow) =>
        deny.Effect == PolicyEffect.Deny && !deny.IsNotPrincipal && deny.Principals.Any(entry => entry.Kind == PolicyPrincipalKind.Everyone)
        && Covers(deny.Actions, deny.IsNotAction, allow.Actions, allow.IsNotAction, StringComparison.OrdinalIgnoreCase)
        && Covers(deny.Resources, deny.IsNotResource, allow.Resources, allow.IsNotResource, StringComparison.Ordinal)
        // What escapes the Deny fails one of its tests: each of them alone must be failed by a fixed set only.
        && deny.Conditions.All(FailsOnlyForFixedSet);

    private static bool FailsOnlyForFixedSet(PolicyCondition condition) =>
        condition.Operator.IsNegated && NarrowingKey.HasFixedValues(condition)
        // ForAnyValue is already failed by a request without the key.
        && condition.Operator.Qualifier switch
        {
            SetQualifier.ForAnyValue => condition.Operator.IfExists,
            _ => true,
        };

    private static bool DemandsPresence(PolicyCondition condition, string key) =>
        condition.Operator.Comparison == ConditionComparison.Null && condition.Key.Equals(key, StringComparison.OrdinalIgnoreCase)
        && condition.Values.All(value => value.Equals("false", StringComparison.OrdinalIgnoreCase));

    // A pattern without "?" that matches another pattern's own text covers all that the other matches: its stars take in the other's wildcards.
    internal static bool Covers(
        IReadOnlyList<string> outer, bool outerNegated, IReadOnlyList<string> inner, bool innerNegated, StringComparison comparison)
    {
        if (outerNegated)
            return innerNegated && outer.All(pattern => inner.Contains(pattern, StringComparer.FromComparison(comparison)));
        if (outer.Count == 0 || outer.Contains("*"))
            return true;

        string Fold(string text) => comparison == StringComparison.Ordinal ? text : text.ToLowerInvariant();
        return !innerNegated && inner.Count > 0 && inner.All(pattern => outer.Any(candidate =>
            string.Equals(candidate, pattern, comparison)
            || (!candidate.Contains('?') && !candidate.Contains('$') && Wildcard.Of(Fold(candidate)).Matches(Fold(pattern)))));
    }
}
