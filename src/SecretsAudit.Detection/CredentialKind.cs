namespace SecretsAudit.Detection;

/// <summary>What kind of credential was found.</summary>
public enum CredentialKind
{
    /// <summary>A token in a provider's own format.</summary>
    ProviderToken,

    /// <summary>A private key that is not encrypted.</summary>
    PrivateKey,

    /// <summary>A signed JSON Web Token.</summary>
    Jwt,

    /// <summary>A password, or an account's key, in a connection string.</summary>
    ConnectionString,

    /// <summary>A password in the user information of a URL.</summary>
    UrlPassword,

    /// <summary>User and password in a basic authorisation header.</summary>
    BasicAuthorization,

    /// <summary>A value whose name says that it is a credential.</summary>
    NamedValue,

    /// <summary>Key material for a cipher or a message authentication code.</summary>
    CryptographicKey,
}
