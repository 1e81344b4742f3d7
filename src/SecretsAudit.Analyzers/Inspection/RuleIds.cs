using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>The rules that the analyzers report.</summary>
internal static class RuleIds
{
    public const string HardCodedCredential = "SAUD2001";
    public const string ProviderToken = "SAUD2002";
    public const string PrivateKey = "SAUD2003";
    public const string ConnectionString = "SAUD2004";
    public const string UrlPassword = "SAUD2005";
    public const string EncryptionKey = "SAUD2006";
    public const string SecretLogged = "SAUD2007";
    public const string UncachedRead = "SAUD2008";
    public const string UnknownSecret = "SAUD2009";
    public const string VariableTimeComparison = "SAUD2010";
    public const string CredentialInComparison = "SAUD2011";

    /// <summary>The rule for a kind of credential, as detection assigns it.</summary>
    public static string Of(CredentialKind kind) => CredentialRules.RuleOf(kind);
}
