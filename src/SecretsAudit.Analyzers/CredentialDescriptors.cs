using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers;

/// <summary>The diagnostics about credentials in code and configuration.</summary>
internal static class CredentialDescriptors
{
    private static readonly DiagnosticDescriptor HardCoded = Rule(
        CredentialRules.HardCodedCredential, "A credential is a literal",
        "A value whose name says password, secret, token or key is a literal. Read it from AWS Secrets Manager or from configuration instead.");

    private static readonly DiagnosticDescriptor Token = Rule(
        CredentialRules.ProviderToken, "A provider's token is a literal", "A token in a provider's own format is in the code. Change it at the provider, and read the new one at run time.");

    private static readonly DiagnosticDescriptor Key = Rule(
        CredentialRules.PrivateKey, "A private key or signed token is a literal", "A private key that is not encrypted, or a signed token, is in the code. Whoever has it can act as its owner.");

    private static readonly DiagnosticDescriptor Connection = Rule(
        CredentialRules.ConnectionString, "A connection string holds its password", "Take the password, or the whole connection string, from configuration or AWS Secrets Manager.");

    private static readonly DiagnosticDescriptor Url = Rule(
        CredentialRules.UrlPassword, "A URL or header holds a password", "URLs end up in logs. Take user and password from configuration or AWS Secrets Manager.");

    private static readonly DiagnosticDescriptor Cipher = Rule(
        CredentialRules.EncryptionKey, "A cryptographic key is a literal", "Everything that the key protects is open to whoever has the program. Keep it in AWS KMS or Secrets Manager.");

    private static readonly DiagnosticDescriptor Compared = Rule(
        CredentialRules.ComparedCredential, "A credential is compared with a literal", "The literal is the credential. Compare with a value read at run time, by CryptographicOperations.FixedTimeEquals.");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        ImmutableArray.Create(HardCoded, Token, Key, Connection, Url, Cipher, Compared);

    /// <summary>The descriptor of a rule.</summary>
    public static DiagnosticDescriptor Of(string id) => All.First(descriptor => descriptor.Id == id);

    private static DiagnosticDescriptor Rule(string id, string title, string description) => new(
        id, title, "{0}", "Security", DiagnosticSeverity.Warning, isEnabledByDefault: true, description,
        $"https://github.com/secretsaudit/secretsaudit/blob/main/docs/rules/{id}.md");
}
