using SecretsAudit.Iam.Reach;
using SecretsAudit.Iam.Reach.Search;

namespace SecretsAudit.Iam;

/// <summary>
/// Whether a resource policy is public, statement by statement, as AWS's own block of public policies judges it: a principal of everyone
/// is public unless a condition ties it to a fixed set that a stranger cannot join. Where the text leaves doubt, it counts as public.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html"/>
public sealed class PolicyReach
{
    private PolicyReach(IReadOnlyList<StatementReach> statements) => Statements = statements;

    /// <summary>The Allow statements in the order of the text.</summary>
    public IReadOnlyList<StatementReach> Statements { get; }

    /// <summary>Whether any statement lets anyone in.</summary>
    public bool IsPublic => Statements.Any(statement => statement.Breadth == ReachBreadth.Public);

    /// <summary>The statements that let anyone in.</summary>
    public IEnumerable<StatementReach> PublicStatements => Statements.Where(statement => statement.Breadth == ReachBreadth.Public);

    /// <summary>Judges a resource-based policy.</summary>
    public static PolicyReach Of(PolicyDocument policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new([.. policy.Statements.Where(statement => statement.Effect == PolicyEffect.Allow).Select(statement => Examine(policy, statement))]);
    }

    /// <summary>Looks for a request from outside of a trust zone that a resource-based policy allows.</summary>
    /// <param name="policy">A policy of a secret, key, role or another resource.</param>
    /// <param name="zone">Who is not outside.</param>
    /// <param name="options">What to look at, and how long; null takes the defaults.</param>
    /// <param name="cancellationToken">Gives up the search.</param>
    /// <exception cref="ArgumentException">The policy is attached to no resource, or the zone has an entry that cannot be meant.</exception>
    public static ReachVerdict Find(PolicyDocument policy, TrustZone zone, ReachOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(zone);
        if (policy.Kind is not (PolicyKind.Secret or PolicyKind.Key or PolicyKind.RoleTrust or PolicyKind.Resource))
            throw new ArgumentException("Only the policy of a secret, a key, a role or another resource lets somebody in.", nameof(policy));
        if (zone.Problems() is [var problem, ..])
            throw new ArgumentException(problem, nameof(zone));
        return new AccessSearch(policy, zone, options ?? ReachOptions.Default, cancellationToken).Run();
    }

    private static StatementReach Examine(PolicyDocument policy, PolicyStatement statement)
    {
        var (breadth, explanation) = Judge(policy, statement);
        var isBound = breadth == ReachBreadth.Narrowed || statement.Conditions.Any(condition => Narrowing.Of(condition, statement.Conditions) is Narrowing.Verdict.Narrows);
        return new StatementReach
        {
            Statement = statement,
            Breadth = breadth,
            Explanation = explanation,
            Accounts = statement.IsNotPrincipal ? [] : [.. statement.Principals.Select(entry => entry.Account).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            UnboundServices = statement.IsNotPrincipal || isBound
                ? []
                : [.. statement.Principals.Where(entry => entry.Kind == PolicyPrincipalKind.Service).Select(entry => entry.Value).Distinct()],
        };
    }

    private static (ReachBreadth Breadth, string Explanation) Judge(PolicyDocument policy, PolicyStatement statement)
    {
        var everyone = statement.Principals.Any(entry => entry.Kind == PolicyPrincipalKind.Everyone);
        if (statement.IsNotPrincipal ? everyone : statement.Principals.Count > 0 && !everyone)
            return (ReachBreadth.Named, "It names its principals.");

        var who = statement.IsNotPrincipal ? "NotPrincipal lets everyone in but those listed" : "The principal is everyone";
        foreach (var condition in statement.Conditions)
        {
            if (Narrowing.Of(condition, statement.Conditions) is Narrowing.Verdict.Narrows)
                return (ReachBreadth.Narrowed, $"{who}, but {condition} holds only for a fixed set.");
        }

        if (policy.Statements.FirstOrDefault(deny => Narrowing.ByDeny(deny, statement)) is { } denying)
        {
            var exception = denying.Conditions.Count == 0 ? "" : $" except a fixed set ({string.Join("; ", denying.Conditions)})";
            return (ReachBreadth.Narrowed, $"{who}, but {denying.Name} denies all of it{exception}.");
        }

        var doubts = statement.Conditions.Select(condition => Narrowing.Of(condition, statement.Conditions)).OfType<Narrowing.Verdict.DoesNot>();
        return (ReachBreadth.Public, string.Join(" ", [$"{who}.", .. doubts.Select(doubt => doubt.Why)]));
    }
}
