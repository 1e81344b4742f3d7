namespace SecretsAudit.Detection;

/// <summary>Which rule reports which kind of credential. Analyzers and the scan of other files agree by asking here.</summary>
public static class CredentialRules
{
    /// <summary>A credential-named value is a literal.</summary>
    public const string HardCodedCredential = "SAUD2001";

    /// <summary>A token in a provider's format.</summary>
    public const string ProviderToken = "SAUD2002";

    /// <summary>A private key or a signed token.</summary>
    public const string PrivateKey = "SAUD2003";

    /// <summary>A password in a connection string.</summary>
    public const string ConnectionString = "SAUD2004";

    /// <summary>A password in a URL or a basic authorisation header.</summary>
    public const string UrlPassword = "SAUD2005";

    /// <summary>A key for a cipher is a literal.</summary>
    public const string EncryptionKey = "SAUD2006";

    /// <summary>A credential is compared with a literal.</summary>
    public const string ComparedCredential = "SAUD2011";

    /// <summary>The rule that reports a kind of credential.</summary>
    public static string RuleOf(CredentialKind kind) => kind switch
    {
        CredentialKind.ProviderToken => ProviderToken,
        CredentialKind.PrivateKey or CredentialKind.Jwt => PrivateKey,
        CredentialKind.ConnectionString => ConnectionString,
        CredentialKind.UrlPassword or CredentialKind.BasicAuthorization => UrlPassword,
        CredentialKind.CryptographicKey => EncryptionKey,
        _ => HardCodedCredential,
    };
}
