namespace SecretsAudit.Analyzers.Settings;

/// <summary>What an inventory says of a secret.</summary>
public enum SecretState
{
    /// <summary>The inventory does not have it.</summary>
    Unknown,

    /// <summary>It is there.</summary>
    Active,

    /// <summary>It is in its recovery window: reads of it fail.</summary>
    PendingDeletion,
}
