namespace SecretsAudit.Iam;

/// <summary>All policies that apply to one request.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html"/>
public sealed record PolicySet
{
    /// <summary>The policies of the user with its groups, or of the role; empty when there are none.</summary>
    public IReadOnlyList<PolicyDocument> Identity { get; init; } = [];

    /// <summary>The resource's own policy; null when it has none.</summary>
    public PolicyDocument? Resource { get; init; }

    /// <summary>Whether identity policies alone can suffice within the account.</summary>
    public ResourcePolicyRule ResourceRule { get; init; } = ResourcePolicyRule.MayAllow;

    /// <summary>The grants of the KMS key in question; empty for every other resource.</summary>
    public IReadOnlyList<KeyGrant> Grants { get; init; } = [];

    /// <summary>The principal's permissions boundary; null when it has none.</summary>
    public PolicyDocument? Boundary { get; init; }

    /// <summary>The session policies; null when the session has none, which is not the same as policies that allow nothing.</summary>
    public IReadOnlyList<PolicyDocument>? Session { get; init; }

    /// <summary>
    /// The service control policies of the principal's account: one list for each level from the root to the account, each of which must
    /// allow. Empty outside an organisation and for its management account.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<PolicyDocument>> ServiceControl { get; init; } = [];

    /// <summary>
    /// The resource control policies of the resource's account, as lists by level. AWS attaches <c>RCPFullAWSAccess</c> to every level;
    /// a level holds that policy, too, or nothing passes.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<PolicyDocument>> ResourceControl { get; init; } = [];

    /// <summary>The policy of the VPC endpoint that the request came through; null otherwise.</summary>
    public PolicyDocument? VpcEndpoint { get; init; }
}

/// <summary>What a resource's policy must do before a principal of the same account gets in.</summary>
public enum ResourcePolicyRule
{
    /// <summary>An identity policy suffices, as for secrets and most resources.</summary>
    MayAllow,

    /// <summary>
    /// The resource's policy must allow the principal or delegate to its account, as for KMS keys and role trust policies.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html"/>
    MustAllow,
}
