using System.Collections.Immutable;
using SecretsAudit.Iam.Matching;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>Values for the keys that policy variables read; each combination is looked at by itself.</summary>
internal static class VariableAssignments
{
    /// <summary>The most combinations that are looked at.</summary>
    public const int Most = 512;

    private const int MostComparedVariables = 3;
    private const int MostAlike = 64;

    /// <summary>The combinations, each with the caller where a variable reads one of its keys.</summary>
    public static IEnumerable<VariableAssignment> Of(SearchScene scene, List<string> pivots)
    {
        IEnumerable<VariableAssignment> assignments = [new(scene.Fixed, null, [])];
        if (pivots.Exists(key => KeyNatures.Of(key) == KeyNature.Caller))
            assignments = new CallerPart(scene).Build(keepAll: true).Choices.Select(choice => new VariableAssignment(WithKeysOf(scene, choice.Principal!), choice.Principal, []));
        if (pivots.Exists(key => KeyNatures.Of(key) == KeyNature.CallerOrganization))
            assignments = Cross(assignments, OrganizationPart.Build(scene, "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", scene.Caller == SceneCaller.Account, keepAll: true), marksAbsent: false);
        var parts = pivots.Where(key => KeyNatures.Of(key) is not (KeyNature.Caller or KeyNature.CallerOrganization))
            .Select(key => (Part: ContextParts.Build(scene, key, keepAll: true), IsPlain: KeyNatures.IsPlain(key))).ToList();
        var all = parts.Aggregate(assignments, (some, next) => Cross(some, next.Part, next.IsPlain));

        // With several variables most requests that get through have a value for each: these come before what lacks some.
        var longest = parts.Count < 2 ? 0 : parts.Max(entry => entry.Part.Choices.Count);
        var alike = Enumerable.Range(0, Math.Min(longest, MostAlike)).SelectMany(index => parts.Aggregate(
            assignments, (some, next) => Cross(some, next.Part with { Choices = [next.Part.Choices[Math.Min(index, next.Part.Choices.Count - 1)]] }, next.IsPlain)));
        return alike.Take(Most / 2).Concat(all).Take(Most + 1);
    }

    /// <summary>
    /// Whether the combinations leave nothing out: variables are only compared as a whole with plain keys, so that a request stays as it is
    /// for the policy when values are exchanged for others of the same classes that are equal and unequal in the same places.
    /// </summary>
    public static bool AreAll(SearchScene scene, List<string> pivots) =>
        pivots.Count <= MostComparedVariables
        && pivots.TrueForAll(key => KeyNatures.IsPlain(key) && !KeyNatures.IsMultivalued(key, scene.Terms.Of(key)))
        && scene.Terms.Policy.Statements.All(statement => !scene.IsOpen(statement.ResourceVariableKeys))
        && Compared(scene).All(term => KeyNatures.IsPlain(term.Condition.Key) && IsWhole(term.Condition))
        && pivots.TrueForAll(key => ContextParts.Build(scene, key, keepAll: true).IsComplete);

    /// <summary>The conditions that compare with an open variable.</summary>
    public static IEnumerable<Term> Compared(SearchScene scene) => scene.Terms.Of(scene.Terms.Keys).Where(term => term.Condition.HasVariables && scene.IsOpen(term.Condition.VariableKeys));

    // A wildcard in a variable's value is a plain character: StringLike then compares like StringEquals.
    private static bool IsWhole(PolicyCondition condition) =>
        condition.Operator.Comparison is ConditionComparison.StringEquals or ConditionComparison.StringNotEquals or ConditionComparison.StringLike or ConditionComparison.StringNotLike
        && condition.Values.All(value => PatternAtom.Split(value, wildcards: false, condition.TakesVariables) is var atoms
            && (atoms.TrueForAll(atom => atom.Variable is null) || atoms is [{ Variable.Default: null }]));

    private static IEnumerable<VariableAssignment> Cross(IEnumerable<VariableAssignment> assignments, RequestPart part, bool marksAbsent) =>
        assignments.SelectMany(_ => part.Choices, (assignment, choice) =>
        {
            var keys = assignment.Fixed.Copy();
            foreach (var (key, values) in choice.Keys)
                keys.Add(key, values ?? []);
            return assignment with
            {
                Fixed = keys,
                Absent = marksAbsent ? assignment.Absent.Union(choice.Keys.Where(pair => pair.Value is null).Select(pair => pair.Key)) : assignment.Absent,
            };
        });

    private static RequestContext WithKeysOf(SearchScene scene, Principal principal)
    {
        var keys = scene.Fixed.Copy();
        var request = new AccessRequest(principal, "x:y", scene.Resource.AnyArn, scene.Fixed, scene.Resource.Account);
        foreach (var (key, values) in request.Context)
            keys.Add(key, [.. values]);
        if (principal.Account is { } account)
            keys.Add("kms:CallerAccount", account);
        return keys;
    }
}

/// <summary>One combination of values for the keys that policy variables read.</summary>
/// <param name="Fixed">The keys with their values.</param>
/// <param name="Principal">The caller, where a variable reads one of its keys.</param>
/// <param name="Absent">The keys that the request does not have.</param>
internal sealed record VariableAssignment(RequestContext Fixed, Principal? Principal, ImmutableHashSet<string> Absent);
