namespace SecretsAudit.Iam;

/// <summary>What a statement does to the requests it matches.</summary>
public enum PolicyEffect
{
    /// <summary>Allows, unless another statement denies.</summary>
    Allow,

    /// <summary>Denies, whatever else allows.</summary>
    Deny,
}
