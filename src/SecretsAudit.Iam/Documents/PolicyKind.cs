namespace SecretsAudit.Iam;

/// <summary>Where a policy is attached, which decides the elements it may hold and the size AWS accepts.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html"/>
public enum PolicyKind
{
    /// <summary>Attached to a user, group or role: no principal.</summary>
    Identity,

    /// <summary>The resource policy of a secret: at most 20,480 characters.</summary>
    Secret,

    /// <summary>A KMS key policy: at most 32,768 bytes.</summary>
    Key,

    /// <summary>A role's trust policy: a principal and no resource.</summary>
    RoleTrust,

    /// <summary>Any other resource-based policy.</summary>
    Resource,

    /// <summary>A permissions boundary: written like an identity policy, it limits and never grants.</summary>
    Boundary,

    /// <summary>A service control policy of AWS Organizations.</summary>
    ServiceControl,

    /// <summary>A resource control policy of AWS Organizations.</summary>
    ResourceControl,

    /// <summary>A session policy passed to AssumeRole or GetFederationToken.</summary>
    Session,

    /// <summary>The policy of a VPC endpoint.</summary>
    VpcEndpoint,
}
