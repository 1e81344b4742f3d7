namespace SecretsAudit.Model;

/// <summary>How sure a detector is.</summary>
public enum Confidence
{
    /// <summary>Worth a look.</summary>
    Low,

    /// <summary>Probably so.</summary>
    Medium,

    /// <summary>Near certain: a provider's format with its checksum, or a fact read from the service.</summary>
    High,
}
