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

    /// <summary>The service has no such action.</summary>
    public const string UnknownAction = "unknown-action";

    /// <summary>An action that a policy of this kind has no say in.</summary>
    public const string UnsupportedAction = "unsupported-action";

    /// <summary>A resource that a policy of this kind has no say in.</summary>
    public const string UnsupportedResource = "unsupported-resource";

    /// <summary>A wildcard in a service's name.</summary>
    public const string WildcardService = "wildcard-service";

    /// <summary>An ARN that nothing can have.</summary>
    public const string MalformedArn = "malformed-arn";

    /// <summary>Another resource of the same list contains this one.</summary>
    public const string RedundantResource = "redundant-resource";

    /// <summary>A truth value is compared with both true and false.</summary>
    public const string MultipleBooleans = "multiple-booleans";

    /// <summary>A key with several values is compared without a set operator.</summary>
    public const string MissingQualifier = "missing-qualifier";

    /// <summary>A key that narrows only together with another one.</summary>
    public const string UnpairedKey = "unpaired-key";

    /// <summary>Another value of the condition decides, or is the same.</summary>
    public const string RedundantValue = "redundant-value";

    /// <summary>An address range that does not start with its first address.</summary>
    public const string UntidyRange = "untidy-range";

    /// <summary>The principal cannot call the action.</summary>
    public const string MismatchedAction = "mismatched-action";

    /// <summary>An identity provider's users get in without a condition on who they are.</summary>
    public const string OpenProvider = "open-provider";

    /// <summary>A session beside its role.</summary>
    public const string RedundantPrincipal = "redundant-principal";

    /// <summary>An empty statement id.</summary>
    public const string EmptySid = "empty-sid";

    /// <summary>Two statements have the same id where AWS takes that.</summary>
    public const string RepeatedSid = "repeated-sid";

    /// <summary>Every role may be passed to a service.</summary>
    public const string PassAnyRole = "pass-any-role";

    /// <summary>The operator does not fit the key.</summary>
    public const string MismatchedOperator = "mismatched-operator";

    /// <summary>Every secret, key or parameter may be read.</summary>
    public const string ReadsAll = "reads-all";
}
