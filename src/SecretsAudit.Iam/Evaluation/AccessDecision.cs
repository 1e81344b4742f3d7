namespace SecretsAudit.Iam;

/// <summary>What a set of policies decides about one request, and which of them decided.</summary>
/// <param name="Outcome">Allowed, denied by a statement, or denied for want of one.</param>
/// <param name="Source">The kind of policy that decided.</param>
/// <param name="Statement">The statement that decided; null for an implicit deny and for the root user's own rights.</param>
/// <param name="Document">The policy that holds <paramref name="Statement"/>.</param>
public readonly record struct AccessDecision(AccessOutcome Outcome, PolicySource Source, PolicyStatement? Statement = null, PolicyDocument? Document = null)
{
    /// <summary>Whether the request goes through.</summary>
    public bool IsAllowed => Outcome == AccessOutcome.Allowed;

    /// <summary>The cause as AWS words it behind "is not authorized to perform: … on resource: …"; empty for an allowed request.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html"/>
    public string Because(string action) => Outcome switch
    {
        AccessOutcome.ExplicitDeny => $"with an explicit deny in {Article}{SourceName}",
        AccessOutcome.ImplicitDeny => $"because no {SourceName} allows the {action} action",
        _ => "",
    };

    /// <summary>AWS's message for a refused request.</summary>
    /// <exception cref="InvalidOperationException">The request is allowed.</exception>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html"/>
    public string DenialMessage(AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (IsAllowed)
            throw new InvalidOperationException("An allowed request has no denial message.");

        return $"User: {request.Principal.Arn} is not authorized to perform: {request.Action} on resource: {request.Resource} {Because(request.Action)}";
    }

    private string Article => Source switch
    {
        PolicySource.RoleTrust => "the ",
        PolicySource.Identity => "an ",
        _ => "a ",
    };

    private string SourceName => Source switch
    {
        PolicySource.Identity => "identity-based policy",
        PolicySource.Resource => "resource-based policy",
        PolicySource.RoleTrust => "role trust policy",
        PolicySource.Boundary => "permissions boundary",
        PolicySource.Session => "session policy",
        PolicySource.ServiceControl => "service control policy",
        PolicySource.ResourceControl => "resource control policy",
        _ => "VPC endpoint policy",
    };
}

/// <summary>The three ways a request can end.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html"/>
public enum AccessOutcome
{
    /// <summary>Nothing that must allow it does.</summary>
    ImplicitDeny,

    /// <summary>A statement denies it.</summary>
    ExplicitDeny,

    /// <summary>It is allowed.</summary>
    Allowed,
}

/// <summary>The kinds of policy that take part in a decision.</summary>
public enum PolicySource
{
    /// <summary>The principal's own policies; also the rights that a root user has by itself.</summary>
    Identity,

    /// <summary>The resource's policy.</summary>
    Resource,

    /// <summary>A role's trust policy.</summary>
    RoleTrust,

    /// <summary>The permissions boundary.</summary>
    Boundary,

    /// <summary>The session policy.</summary>
    Session,

    /// <summary>A service control policy.</summary>
    ServiceControl,

    /// <summary>A resource control policy.</summary>
    ResourceControl,

    /// <summary>A VPC endpoint policy.</summary>
    VpcEndpoint,

    /// <summary>A KMS grant; there is no statement then.</summary>
    Grant,
}
