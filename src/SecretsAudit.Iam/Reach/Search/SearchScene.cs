using SecretsAudit.Iam.Matching;
using SecretsAudit.Iam.Reach.Languages;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>Who calls in a scene.</summary>
internal enum SceneCaller
{
    /// <summary>Somebody with an AWS account.</summary>
    Account,

    /// <summary>A service for itself or for a resource.</summary>
    Service,

    /// <summary>Somebody without credentials.</summary>
    Anonymous,

    /// <summary>A user of an identity provider who asks for a role.</summary>
    Federated,
}

/// <summary>
/// The frame of one search: who calls and by which network. Within a scene the parts of a request do not depend on each other, but for
/// policy variables.
/// </summary>
internal sealed class SearchScene
{
    public required PolicyTerms Terms { get; init; }

    public required TrustZone Zone { get; init; }

    public required ReachOptions Options { get; init; }

    public required ResourceFacts Resource { get; init; }

    public required SearchBudget Budget { get; init; }

    public required SceneCaller Caller { get; init; }

    /// <summary>Whether the request comes through a VPC endpoint instead of the internet.</summary>
    public required bool ThroughEndpoint { get; init; }

    /// <summary>What every request of the scene holds: facts of the resource, and keys that a policy variable reads.</summary>
    public required RequestContext Fixed { get; init; }

    /// <summary>The caller whose keys <see cref="Fixed"/> holds; an unsigned request's as long as none is chosen.</summary>
    public Principal Assumed { get; init; } = Principal.Anonymous;

    /// <summary>Keys that a policy variable reads and the scene's requests do not have.</summary>
    public IReadOnlySet<string> Absent { get; init; } = System.Collections.Immutable.ImmutableHashSet<string>.Empty;

    /// <summary>Whether conditions with variables of unknown value count in the caller's favour: what is refused even so, is refused.</summary>
    public bool IsGenerous { get; init; }

    public bool StrangersOnly => Options.Outsiders == Outsiders.Strangers;

    /// <summary>Whether somebody of this account is outside. Nobody is a stranger in the resource's own account.</summary>
    public bool IsOutside(string account) => !Zone.Accounts.Contains(account) && !(StrangersOnly && (account == Resource.Account || Terms.Named.Accounts.Contains(account)));

    /// <summary>The statements whose conditions on these keys hold in a request.</summary>
    public StatementSet Holding(IEnumerable<string> keys, Func<string, string[]?> valuesOf, AccessRequest request) =>
        Terms.Holding(Terms.Of(keys), condition => Holds(condition, valuesOf(condition.Key), request));

    /// <summary>Whether a condition holds for a key's values.</summary>
    public bool Holds(PolicyCondition condition, string[]? values, AccessRequest request, bool callerIsKnown = false)
    {
        // A variable that reads the condition's own key has the value at hand.
        if (condition.HasVariables && condition.VariableKeys.All(key => key.Equals(condition.Key, StringComparison.OrdinalIgnoreCase)))
        {
            var own = Fixed.Copy();
            own.Add(condition.Key, values ?? []);
            return condition.IsSatisfiedBy(values, new AccessRequest(Assumed, "x:y", Resource.AnyArn, own, Resource.Account));
        }

        Budget.Spend(1 + (condition.Values.Count / 8));
        if (IsGenerous && condition.HasVariables && IsOpen(condition.VariableKeys, callerIsKnown))
            return Favours(condition, values, request);
        return condition.IsSatisfiedBy(values, request);
    }

    /// <summary>Whether one of the keys has a value that is not chosen yet.</summary>
    public bool IsOpen(IEnumerable<string> variableKeys, bool callerIsKnown = false) =>
        variableKeys.Any(key => !Fixed.Contains(key) && !(callerIsKnown && KeyNatures.Of(key) == KeyNature.Caller));

    /// <summary>A request with the scene's fixed keys only, which supplies policy variables.</summary>
    public AccessRequest Blank => field ??= new(Assumed, "x:y", Resource.AnyArn, Fixed, Resource.Account);

    /// <summary>The atoms with the values of those variables that the scene has; any other may stand for any text.</summary>
    public List<PatternAtom> Resolved(List<PatternAtom> atoms) =>
    [
        .. atoms.SelectMany(atom => atom.Variable is { } variable && Fixed.Find(variable.Key) is [var text]
            ? text.Select(character => new PatternAtom(AtomKind.Character, character))
            : [atom]),
    ];

    // An Allow's condition holds when it does for some value of the open variables, a Deny's when it does for all of them. A negated
    // operator holds the less the more its values match.
    private bool Favours(PolicyCondition condition, string[]? values, AccessRequest request) =>
        (IsOfAllow(condition) != condition.Operator.IsNegated ? condition.Relaxed : condition.Certain).IsSatisfiedBy(values, request);

    private bool IsOfAllow(PolicyCondition condition)
    {
        foreach (var statement in Terms.Policy.Statements)
        {
            if (statement.Conditions.Contains(condition))
                return statement.Effect == PolicyEffect.Allow;
        }

        return true;
    }
}
