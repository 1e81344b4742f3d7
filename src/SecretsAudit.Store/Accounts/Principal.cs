using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Accounts;

/// <summary>What kind of principal makes calls.</summary>
public enum PrincipalKind
{
    /// <summary>The account's root user: no identity policy limits it.</summary>
    Root = 0,

    /// <summary>An IAM user.</summary>
    User = 1,

    /// <summary>An IAM role; its calls appear as an assumed-role session.</summary>
    Role = 2,
}

/// <summary>Someone or something that calls the store: an account's root, an IAM user or an IAM role.</summary>
public sealed record Principal
{
    [JsonConstructor]
    internal Principal()
    {
    }

    /// <summary>The 12-digit account.</summary>
    public required string AccountId { get; init; }

    /// <summary>Root, user or role.</summary>
    public required PrincipalKind Kind { get; init; }

    /// <summary>The user's or role's name without its path; <c>root</c> for the root.</summary>
    public required string Name { get; init; }

    /// <summary>The path, <c>/</c> by default.</summary>
    public required string Path { get; init; }

    /// <summary>The unique id (AIDA…, AROA…, or the account id for the root).</summary>
    public required string UniqueId { get; init; }

    /// <summary>The identity policies by name, each a JSON document.</summary>
    public ImmutableSortedDictionary<string, string> Policies { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The principal's tags, for <c>aws:PrincipalTag/…</c>.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The managed policies that are attached, by ARN.</summary>
    public ImmutableSortedSet<string> AttachedPolicies { get; init; } = [];

    /// <summary>The names of the groups of a user; their policies count for it.</summary>
    public ImmutableSortedSet<string> Groups { get; init; } = [];

    /// <summary>The managed policy that bounds the principal's rights; null without a boundary.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"/>
    public string? BoundaryArn { get; init; }

    /// <summary>The MFA devices of a root or a user.</summary>
    public ImmutableArray<MfaDevice> MfaDevices { get; init; } = [];

    /// <summary>Who may assume a role; null when only the store's own process acts in it.</summary>
    public string? TrustPolicy { get; init; }

    /// <summary>The longest session of a role, in seconds: 3,600 (the default) to 43,200.</summary>
    public int MaxSessionDuration { get; init; } = 3600;

    /// <summary>What the owner wrote about a role.</summary>
    public string? Description { get; init; }

    /// <summary>When IAM made it; null for principals that the store's owner declared.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>The IAM ARN.</summary>
    [JsonIgnore]
    public string Arn => Kind switch
    {
        PrincipalKind.Root => SecretsAudit.Store.State.Arn.Root(AccountId),
        PrincipalKind.User => SecretsAudit.Store.State.Arn.User(AccountId, Path, Name),
        _ => SecretsAudit.Store.State.Arn.Role(AccountId, Path, Name),
    };
}

/// <summary>A principal's place in the state.</summary>
internal sealed record PrincipalRow(Principal Principal) : Row
{
    [JsonIgnore]
    public override RowId Id => new(RowKind.Principal, Principal.Arn);
}
