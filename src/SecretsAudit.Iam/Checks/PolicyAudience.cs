using SecretsAudit.Iam.Matching;
using SecretsAudit.Iam.Reach;
using SecretsAudit.Iam.Reach.Search;

namespace SecretsAudit.Iam;

/// <summary>
/// Whom a resource's policy lets in, by name, with what they may do: the blast radius of what it protects. It is an upper bound: of the
/// Denies only those that spare nobody are taken off.
/// </summary>
public sealed record PolicyAudience
{
    private PolicyAudience(IReadOnlyList<AudienceMember> members) => Members = members;

    /// <summary>The members, the broadest first, each once.</summary>
    public IReadOnlyList<AudienceMember> Members { get; }

    /// <summary>Whether anyone gets in.</summary>
    public bool IsPublic => Members.Any(member => member.Kind == AudienceKind.Anyone);

    /// <summary>The distinct accounts among the members, their users and roles counted with them.</summary>
    public IReadOnlyList<string> Accounts => [.. Members.Select(member => member.Account).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Summarises a policy.</summary>
    /// <param name="policy">A policy of a secret, key, role or another resource.</param>
    /// <param name="reach">The policy's reach where it is known already.</param>
    public static PolicyAudience Of(PolicyDocument policy, PolicyReach? reach = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        reach ??= PolicyReach.Of(policy);
        var entries = reach.Statements.SelectMany(statement => Named(policy, statement).Select(who => (Who: who, Actions: ActionsOf(policy, statement.Statement))));
        return new([
            .. entries.Where(entry => entry.Actions.Count > 0)
                .GroupBy(entry => entry.Who)
                .Select(group => group.Key with { Actions = [.. group.SelectMany(entry => entry.Actions).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)] })
                .OrderBy(member => member.Kind).ThenBy(member => member.Name, StringComparer.Ordinal),
        ]);
    }

    private static IEnumerable<AudienceMember> Named(PolicyDocument policy, StatementReach reach)
    {
        var statement = reach.Statement;
        if (reach.Breadth == ReachBreadth.Named)
            return statement.Principals.Select(Member).OfType<AudienceMember>();
        if (reach.Breadth == ReachBreadth.Public)
            return [new AudienceMember { Kind = AudienceKind.Anyone, Name = "*" }];

        var own = statement.Conditions.Where(condition => Narrowing.Of(condition, statement.Conditions) is Narrowing.Verdict.Narrows);
        var denied = policy.Statements.Where(deny => Narrowing.ByDeny(deny, statement)).SelectMany(deny => deny.Conditions);
        // All conditions hold together: the narrowest alone tells who is left.
        return own.Concat(denied).Select(MembersOf).Where(members => members.Count > 0).OrderByDescending(members => members.Max(member => member.Kind)).FirstOrDefault() ?? [];
    }

    private static AudienceMember? Member(PolicyPrincipal entry) => entry.Kind switch
    {
        PolicyPrincipalKind.Everyone => null,
        PolicyPrincipalKind.Account => new() { Kind = AudienceKind.Account, Name = entry.Account!, Account = entry.Account },
        PolicyPrincipalKind.CanonicalUser => new() { Kind = AudienceKind.Account, Name = entry.Value },
        PolicyPrincipalKind.Service => new() { Kind = AudienceKind.Service, Name = entry.Value },
        PolicyPrincipalKind.Federated => new() { Kind = AudienceKind.IdentityProvider, Name = entry.Value, Account = entry.Account },
        // Nobody can be it any more.
        PolicyPrincipalKind.UniqueId => null,
        _ => new() { Kind = AudienceKind.Principal, Name = entry.Value, Account = entry.Account },
    };

    private static List<AudienceMember> MembersOf(PolicyCondition condition) => [.. condition.Values.Select(value => Member(condition.Key, value)).OfType<AudienceMember>().Distinct()];

    private static AudienceMember? Member(string key, string value)
    {
        var account = value.Split(':').FirstOrDefault(part => Principal.IsAccountId(part));
        return key.ToUpperInvariant() switch
        {
            "AWS:PRINCIPALORGID" or "AWS:PRINCIPALORGPATHS" or "AWS:SOURCEORGID" or "AWS:SOURCEORGPATHS" or "AWS:VPCEORGID" or "AWS:VPCEORGPATHS" =>
                new() { Kind = AudienceKind.Organization, Name = value },
            "AWS:SOURCEIP" or "AWS:SOURCEVPC" or "AWS:SOURCEVPCE" or "AWS:VPCSOURCEIP" => new() { Kind = AudienceKind.Network, Name = value },
            "AWS:PRINCIPALARN" or "AWS:SOURCEARN" => new()
            {
                Kind = account is not null && value.AsSpan().ContainsAny('*', '?') ? AudienceKind.Account : AudienceKind.Principal,
                Name = account is not null && value.AsSpan().ContainsAny('*', '?') ? account : value,
                Account = account,
            },
            "AWS:USERID" => new() { Kind = AudienceKind.Principal, Name = value },
            _ when account is not null => new() { Kind = AudienceKind.Account, Name = account, Account = account },
            _ => null,
        };
    }

    // The actions by name where the policy's kind has a list of them, else the patterns as written.
    private static List<string> ActionsOf(PolicyDocument policy, PolicyStatement statement)
    {
        IReadOnlyList<string> known = policy.Kind switch
        {
            PolicyKind.Secret => ActionCatalog.OfSecret,
            PolicyKind.Key => ActionCatalog.OfKey,
            PolicyKind.RoleTrust => ActionCatalog.OfRole,
            _ => [],
        };
        var absolute = policy.Statements.Where(deny => deny is { Effect: PolicyEffect.Deny, Conditions.Count: 0, IsNotPrincipal: false, IsNotResource: false }
            && deny.Principals.Any(entry => entry.Kind == PolicyPrincipalKind.Everyone) && (deny.Resources.Count == 0 || deny.Resources.Contains("*"))).ToList();
        if (known.Count > 0)
            return [.. known.Where(action => statement.CoversAction(action.ToLowerInvariant()) && !absolute.Exists(deny => deny.CoversAction(action.ToLowerInvariant())))];
        if (statement.IsNotAction)
            return ["*"];
        return [.. statement.Actions.Where(action => !absolute.Exists(deny => !deny.IsNotAction && deny.Actions.Any(pattern => Wildcard.Of(pattern.ToLowerInvariant()).Matches(action.ToLowerInvariant()))))];
    }
}

/// <summary>Somebody whom a policy lets in.</summary>
public sealed record AudienceMember
{
    /// <summary>What kind of member it is.</summary>
    public required AudienceKind Kind { get; init; }

    /// <summary>The account, ARN, organisation, network or service as the policy has it; <c>*</c> for anyone.</summary>
    public required string Name { get; init; }

    /// <summary>The account it belongs to, where the policy tells.</summary>
    public string? Account { get; init; }

    /// <summary>What it may do: actions by name, or as patterns where a policy's kind has no list of them.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(AudienceMember? other) => other is not null && (Kind, Name, Account) == (other.Kind, other.Name, other.Account) && Actions.SequenceEqual(other.Actions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Name, Account);
}

/// <summary>The kinds of an audience's members, from the broadest to the narrowest.</summary>
public enum AudienceKind
{
    /// <summary>Anyone.</summary>
    Anyone,

    /// <summary>Everybody in an organisation or in a unit of it.</summary>
    Organization,

    /// <summary>Everybody in a network.</summary>
    Network,

    /// <summary>The users of an identity provider.</summary>
    IdentityProvider,

    /// <summary>A service.</summary>
    Service,

    /// <summary>Whomever an account lets.</summary>
    Account,

    /// <summary>One user, role or session.</summary>
    Principal,
}
