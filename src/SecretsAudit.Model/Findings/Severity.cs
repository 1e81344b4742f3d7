namespace SecretsAudit.Model;

/// <summary>How bad a finding is; comparable, worst highest.</summary>
public enum Severity
{
    /// <summary>Worth knowing, nothing to fix.</summary>
    Informational = 0,

    /// <summary>A weakness that needs others to hurt.</summary>
    Low,

    /// <summary>A weakness that shortens an attack.</summary>
    Medium,

    /// <summary>A direct exposure under conditions that occur.</summary>
    High,

    /// <summary>Exposed now.</summary>
    Critical,
}
