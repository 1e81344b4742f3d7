namespace SecretsAudit.Detection;

/// <summary>How sure the detector is.</summary>
public enum CredentialConfidence
{
    /// <summary>Worth a look: a name says credential, and the value could be one.</summary>
    Low,

    /// <summary>Probably so.</summary>
    Medium,

    /// <summary>Near certain: a provider's own format, or a random value under a telling name.</summary>
    High,
}
