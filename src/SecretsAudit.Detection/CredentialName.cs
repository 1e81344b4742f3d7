namespace SecretsAudit.Detection;

/// <summary>What a name promises about its value.</summary>
public enum CredentialName
{
    /// <summary>A password, chosen by a person as likely as not: anything may be one.</summary>
    Password,

    /// <summary>A key or token that a machine made: random.</summary>
    Token,

    /// <summary>A shared secret: random as a rule, and a plain word as the exception.</summary>
    Secret,

    /// <summary>A key for a cipher or a signature.</summary>
    CryptographicKey,

    /// <summary>A connection string.</summary>
    ConnectionString,
}
