using SecretsAudit.Iam.Reach;
using SecretsAudit.Iam.Reach.Search;

namespace SecretsAudit.Iam;

/// <summary>
/// Who gets in by a resource's policy. <see cref="Of"/> tells, statement by statement, whether it is public as AWS's own block of public
/// policies judges it: a principal of everyone is public unless conditions and Denies leave only a fixed set that a stranger cannot join;
/// where that stays in doubt, it counts as public. <see cref="Find"/> looks for a request from outside of a trust zone.
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
    /// <param name="policy">The policy.</param>
    /// <param name="options">What is known of the resource and of the time; whose requests are looked for is this method's own. Null takes the defaults.</param>
    public static PolicyReach Of(PolicyDocument policy, ReachOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var search = IsSearchable(policy)
            ? new AccessSearch(policy, TrustZone.Nobody, (options ?? ReachOptions.Default) with { Outsiders = Outsiders.Strangers, Actions = [], Statement = null }, CancellationToken.None)
            : null;
        return new([.. policy.Statements.Where(statement => statement.Effect == PolicyEffect.Allow).Select(statement => Examine(policy, statement, search))]);
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
        if (!IsSearchable(policy))
            throw new ArgumentException("Only the policy of a secret, a key, a role or another resource lets somebody in.", nameof(policy));
        if (zone.Problems() is [var problem, ..])
            throw new ArgumentException(problem, nameof(zone));
        return new AccessSearch(policy, zone, options ?? ReachOptions.Default, cancellationToken).Run();
    }

    private static StatementReach Examine(PolicyDocument policy, PolicyStatement statement, AccessSearch? search)
    {
        var (breadth, explanation, witness) = Judge(policy, statement, search);
        var isBound = breadth == ReachBreadth.Narrowed || statement.Conditions.Any(condition => Narrowing.Of(condition, statement.Conditions) is Narrowing.Verdict.Narrows);
        return new StatementReach
        {
            Statement = statement,
            Breadth = breadth,
            Explanation = explanation,
            Witness = witness,
            Accounts = statement.IsNotPrincipal ? [] : [.. statement.Principals.Select(entry => entry.Account).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            UnboundServices = statement.IsNotPrincipal || isBound
                ? []
                : [.. statement.Principals.Where(entry => entry.Kind == PolicyPrincipalKind.Service).Select(entry => entry.Value).Distinct()],
        };
    }

    private static (ReachBreadth Breadth, string Explanation, ReachWitness? Witness) Judge(PolicyDocument policy, PolicyStatement statement, AccessSearch? search)
    {
        var everyone = statement.Principals.Any(entry => entry.Kind == PolicyPrincipalKind.Everyone);
        var provider = statement.IsNotPrincipal ? null : statement.Principals.FirstOrDefault(entry => entry.Kind == PolicyPrincipalKind.Federated && IdentityProvider.IsOpenToAll(entry.Value));
        if (statement.IsNotPrincipal ? everyone : statement.Principals.Count > 0 && !everyone && provider is null)
            return (ReachBreadth.Named, "It names its principals.", null);

        var who = statement.IsNotPrincipal ? "NotPrincipal lets everyone in but those listed"
            : everyone ? "The principal is everyone"
            : $"Anybody can be a user of {provider!.Value}";
        var verdict = search?.Run(statement);
        var doubts = statement.Conditions.Select(condition => Narrowing.Of(condition, statement.Conditions)).OfType<Narrowing.Verdict.DoesNot>().Select(doubt => doubt.Why);
        return verdict switch
        {
            ReachVerdict.Allowed found => (ReachBreadth.Public, string.Join(" ", [$"{who}.", .. doubts, $"{Sentence(found.Witness.Words)}."]), found.Witness),
            ReachVerdict.Denied => (ReachBreadth.Narrowed, NarrowedBy(policy, statement) is { } reason ? $"{who}, but {reason}" : $"{who}, but no stranger's request passes.", null),
            _ when NarrowedBy(policy, statement) is { } reason => (ReachBreadth.Narrowed, $"{who}, but {reason}", null),
            // In doubt it is public.
            _ => (ReachBreadth.Public, string.Join(" ", [$"{who}.", .. doubts]), null),
        };
    }

    internal static bool IsSearchable(PolicyDocument policy) => policy.Kind is PolicyKind.Secret or PolicyKind.Key or PolicyKind.RoleTrust or PolicyKind.Resource;

    private static string? NarrowedBy(PolicyDocument policy, PolicyStatement statement)
    {
        foreach (var condition in statement.Conditions)
        {
            if (Narrowing.Of(condition, statement.Conditions) is Narrowing.Verdict.Narrows)
                return $"{condition} holds only for a fixed set.";
        }

        if (policy.Statements.FirstOrDefault(deny => Narrowing.ByDeny(deny, statement)) is not { } denying)
            return null;
        var exception = denying.Conditions.Count == 0 ? "" : $" except a fixed set ({string.Join("; ", denying.Conditions)})";
        return $"{denying.Name} denies all of it{exception}.";
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
