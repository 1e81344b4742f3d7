namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>A request about one secret that is there already.</summary>
internal interface INamesSecret
{
    /// <summary>The secret as the caller names it.</summary>
    string? SecretId { get; }
}
