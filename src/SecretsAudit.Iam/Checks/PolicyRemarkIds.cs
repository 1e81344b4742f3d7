namespace SecretsAudit.Iam;

/// <summary>The ids of <see cref="PolicyRemark"/>; they stay as they are.</summary>
public static class PolicyRemarkIds
{
    /// <summary>AWS refuses the policy.</summary>
    public const string Invalid = "invalid";

    /// <summary>AWS accepts an element that cannot do what its author expects.</summary>
    public const string Doubtful = "doubtful";

    /// <summary>A stranger gets in.</summary>
    public const string Public = "public";

    /// <summary>Somebody outside of the trust zone gets in.</summary>
    public const string Outside = "outside";

    /// <summary>The search could not tell whether somebody outside gets in.</summary>
    public const string Undetermined = "undetermined";

    /// <summary>Every action, or every action of a service, is allowed.</summary>
    public const string WildcardAction = "wildcard-action";

    /// <summary>All actions but the listed ones are allowed.</summary>
    public const string AllowNotAction = "allow-not-action";

    /// <summary>All principals but the listed ones are allowed.</summary>
    public const string AllowNotPrincipal = "allow-not-principal";

    /// <summary>A Deny spares a principal without the account or role that comes before it, and so spares nobody.</summary>
    public const string IncompleteNotPrincipal = "incomplete-not-principal";

    /// <summary>A principal was deleted.</summary>
    public const string DeletedPrincipal = "deleted-principal";

    /// <summary>A service may act for anybody.</summary>
    public const string ConfusedDeputy = "confused-deputy";

    /// <summary>A condition that seems to restrict does not.</summary>
    public const string VoidCondition = "void-condition";

    /// <summary>A Deny can be avoided by whoever it is meant for.</summary>
    public const string AvoidableDeny = "avoidable-deny";

    /// <summary>A wildcard stands where it is a plain character.</summary>
    public const string WildcardWithoutLike = "wildcard-without-like";

    /// <summary>A private address where only public ones occur.</summary>
    public const string PrivateAddress = "private-address";

    /// <summary>The id of a VPC or endpoint that none can have.</summary>
    public const string MalformedNetworkId = "malformed-network-id";

    /// <summary>One statement lets read a secret and manage it.</summary>
    public const string MixedRights = "mixed-rights";

    /// <summary>Another statement already says it.</summary>
    public const string RedundantStatement = "redundant-statement";

    /// <summary>Another entry of the same list already says it.</summary>
    public const string RedundantAction = "redundant-action";

    /// <summary>No request satisfies the statement's conditions.</summary>
    public const string NeverMatches = "never-matches";

    /// <summary>The service does not set the condition key.</summary>
    public const string UnsupportedKey = "unsupported-key";

    /// <summary>The policy is in the language's first version.</summary>
    public const string OldVersion = "old-version";
}
