using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecretsAudit.Analyzers.Inspection;

namespace SecretsAudit.Analyzers.Rules;

/// <summary>The rules as the compiler knows them.</summary>
internal static class Descriptors
{
    private const string HelpFolder = "https://github.com/secretsaudit/secretsaudit/blob/main/docs/rules/";

    public static readonly DiagnosticDescriptor HardCodedCredential = Credential(
        RuleIds.HardCodedCredential, "Hard-coded credential", "A credential is written in the source: {0}");

    public static readonly DiagnosticDescriptor ProviderToken = Credential(
        RuleIds.ProviderToken, "A provider's token", "A token that its provider's format gives away is written in the source: {0}");

    public static readonly DiagnosticDescriptor PrivateKey = Credential(
        RuleIds.PrivateKey, "Private key or signed token", "A private key or signed token is written in the source: {0}");

    public static readonly DiagnosticDescriptor ConnectionString = Credential(
        RuleIds.ConnectionString, "Password in a connection string", "A connection string has its password in the source: {0}");

    public static readonly DiagnosticDescriptor UrlPassword = Credential(
        RuleIds.UrlPassword, "Password in a URL", "A URL or an authorization header has its password in the source: {0}");

    public static readonly DiagnosticDescriptor EncryptionKey = Credential(
        RuleIds.EncryptionKey, "Hard-coded encryption key", "A key is written in the source: {0}");

    public static readonly DiagnosticDescriptor SecretLogged = Usage(
        RuleIds.SecretLogged, "A secret's value is written to a log", "A secret leaves the program: {0}");

    public static readonly DiagnosticDescriptor UncachedRead = Usage(
        RuleIds.UncachedRead, "A secret is read without a cache", "A secret is read too often: {0}");

    public static readonly DiagnosticDescriptor UnknownSecret = Usage(
        RuleIds.UnknownSecret, "A secret that is not there", "The secret cannot be read: {0}");

    public static readonly DiagnosticDescriptor VariableTimeComparison = Usage(
        RuleIds.VariableTimeComparison, "A secret is compared in variable time", "A secret is compared unsafely: {0}");

    public static readonly DiagnosticDescriptor CredentialInComparison = Credential(
        RuleIds.CredentialInComparison, "A credential is compared with a literal", "A credential is written in a comparison: {0}");

    /// <summary>Every rule.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        ImmutableArray.Create(
        HardCodedCredential, ProviderToken, PrivateKey, ConnectionString, UrlPassword, EncryptionKey,
        SecretLogged, UncachedRead, UnknownSecret, VariableTimeComparison, CredentialInComparison);

    /// <summary>The rules that a configuration file can break.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfFiles { get; } =
        ImmutableArray.Create(HardCodedCredential, ProviderToken, PrivateKey, ConnectionString, UrlPassword, EncryptionKey);

    public static DiagnosticDescriptor Of(string ruleId) =>
        All.FirstOrDefault(rule => rule.Id == ruleId) ?? throw new ArgumentException($"There is no rule {ruleId}.", nameof(ruleId));

    private static DiagnosticDescriptor Credential(string id, string title, string message) => new(
        id, title, message, "Security", DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "Whoever can read the source, its history or the compiled program can read the credential. Keep it in a secret store and read it from there.",
        HelpFolder + id + ".md");

    private static DiagnosticDescriptor Usage(string id, string title, string message) => new(
        id, title, message, "Security", DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "A secret store protects a value only as far as the code that reads it does.",
        HelpFolder + id + ".md");
}
