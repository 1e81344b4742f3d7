namespace SecretsAudit.Iam;

/// <summary>A request from outside that a policy allows.</summary>
public sealed record ReachWitness
{
    /// <summary>The request: principal, action, resource and context.</summary>
    public required AccessRequest Request { get; init; }

    /// <summary>The statement that allows it.</summary>
    public required PolicyStatement Statement { get; init; }

    /// <summary>Who sends it.</summary>
    public required WitnessKind Kind { get; init; }

    /// <summary>The request as a sentence, such as "any AWS account can call GetSecretValue if it sends aws:Referer = x".</summary>
    public required string Words { get; init; }

    /// <summary>What must be true of the resource or of others for the request to succeed, one sentence each; usually empty.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>The context keys that must have the request's values or be absent as there; those that matter, in the order of their names.</summary>
    public required IReadOnlyList<string> Keys { get; init; }
}

/// <summary>Who sends a witness request.</summary>
public enum WitnessKind
{
    /// <summary>Anybody with an AWS account.</summary>
    AnyAccount,

    /// <summary>An account, user or role that the policy names.</summary>
    NamedAccount,

    /// <summary>A member of an organisation that the policy names.</summary>
    NamedOrganization,

    /// <summary>Anybody, without credentials.</summary>
    Anonymous,

    /// <summary>An AWS service that acts for somebody outside.</summary>
    Service,

    /// <summary>A user of an identity provider.</summary>
    Federated,
}
