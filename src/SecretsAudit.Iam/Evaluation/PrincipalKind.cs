namespace SecretsAudit.Iam;

/// <summary>Who sends a request.</summary>
public enum PrincipalKind
{
    /// <summary>Nobody known: an unsigned request.</summary>
    Anonymous,

    /// <summary>An account's root user.</summary>
    Root,

    /// <summary>An IAM user.</summary>
    User,

    /// <summary>A session of an assumed role.</summary>
    RoleSession,

    /// <summary>A session from GetFederationToken, issued by an IAM user.</summary>
    FederatedUser,

    /// <summary>A user of an identity provider before a role is assumed.</summary>
    Federated,

    /// <summary>An AWS service acting for itself.</summary>
    Service,
}
