using SecretsAudit.Detection;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan;

/// <summary>The rules that look at source code.</summary>
public static class CodeRules
{
    private const string SecretLogged = "SAUD2007";
    private const string UncachedRead = "SAUD2008";
    private const string UnknownSecret = "SAUD2009";
    private const string VariableTimeComparison = "SAUD2010";

    /// <summary>A value of the store stands in a file; only <c>--match-store</c> can tell.</summary>
    internal const string StoredSecret = "SAUD2012";

    private const string MoveOut =
        """
        1. Take the credential as known to others: change it where it is valid, and look at what it was used for.
        2. Keep the new one in AWS Secrets Manager and read it when the program runs, or take it from configuration that is not in the repository
           (`dotnet user-secrets` on a developer's machine).
        3. The old one stays in the repository's history: changing it is what helps, deleting the line is not.
        """;

    /// <summary>All of them, in id order.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } =
    [
        Rule(CredentialRules.HardCodedCredential, "hard-coded-credential", "A credential is written into source code or configuration", Severity.High, Confidence.Medium,
            "A value whose name says password, secret, token or key is a literal. Whoever can read the repository, a build or a backup of either can use it, and it cannot be changed without a release."),
        Rule(CredentialRules.ProviderToken, "provider-token", "A provider's token is written into source code or configuration", Severity.Critical, Confidence.High,
            "A token in a provider's own format (a cloud's access key, a payment provider's live key) is in the tree. Such tokens are searched for by machines within minutes of being published."),
        Rule(CredentialRules.PrivateKey, "private-key", "A private key or a signed token is written into source code or configuration", Severity.Critical, Confidence.High,
            "A private key that is not encrypted, or a signed JSON Web Token, is in the tree. Whoever has it can sign, decrypt or sign in as its owner."),
        Rule(CredentialRules.ConnectionString, "connection-string-password", "A connection string holds its password", Severity.High, Confidence.High,
            "A connection string with a literal password or account key is in the tree. Whoever can read it can open the database."),
        Rule(CredentialRules.UrlPassword, "url-password", "A URL or header holds a password", Severity.High, Confidence.High,
            "A URL with user and password before the host, or a basic authorisation header, is in the tree. URLs also end up in logs and error messages."),
        Rule(CredentialRules.EncryptionKey, "hard-coded-encryption-key", "A cryptographic key is written into source code", Severity.High, Confidence.Medium,
            "A key for a cipher, a message authentication code or a signature is a literal. Everything it protects is open to whoever has the program, and the key cannot be rotated."),
        Rule(SecretLogged, "secret-value-logged", "A secret's value is written to a log", Severity.High, Confidence.High,
            "A value read from Secrets Manager goes to a log, the console, a trace or an exception's message. Logs are kept longer, copied further and read by more people than any secret."),
        Rule(UncachedRead, "uncached-secret-read", "A secret is read from Secrets Manager again and again", Severity.Medium, Confidence.Medium,
            "A secret is read on every request or turn of a loop. Each read is a billed call over the network that may be throttled; when it is, the program fails. Use the caching client."),
        Rule(UnknownSecret, "unknown-secret-name", "A secret that the inventory does not have is read", Severity.Medium, Confidence.High,
            "The name of the secret is in the code, and the exported inventory has no such secret, or has it pending deletion: the read fails."),
        Rule(VariableTimeComparison, "secret-compared-in-variable-time", "A secret is compared in variable time", Severity.Medium, Confidence.Medium,
            "A secret's value is compared by an operation that stops at the first difference. The time it takes tells how much was right. Use CryptographicOperations.FixedTimeEquals."),
        Rule(CredentialRules.ComparedCredential, "credential-in-comparison", "A credential is compared with a literal", Severity.High, Confidence.Medium,
            "What somebody presents as password or token is compared with a literal: the literal is the credential. Comparing with == also takes longer the more of it is right."),
        Rule(StoredSecret, "stored-secret-in-code", "A value of Secrets Manager is written into source code or configuration", Severity.Critical, Confidence.High,
            "A text in the tree equals the present or the previous value of a secret in the store, or a credential inside it. It is not a guess: the credential is in use, or was until the last rotation."),
    ];

    private static string Weakness(string id) => id switch
    {
        CredentialRules.EncryptionKey => "321",
        SecretLogged => "532",
        UncachedRead or UnknownSecret => "1176",
        VariableTimeComparison => "208",
        _ => "798",
    };

    private static RuleDescriptor Rule(string id, string name, string title, Severity severity, Confidence precision, string description) => new()
    {
        Id = id,
        Name = name,
        Title = title,
        Description = description,
        Severity = severity,
        Category = "code",
        Remediation = MoveOut,
        Precision = precision,
        Controls = new Dictionary<string, IReadOnlyList<string>>
        {
            ["cwe"] = [Weakness(id)],
            ["pci-dss-4.0.1"] = ["8.6.2"],
            ["nist-800-53-r5"] = ["IA-5(7)"],
        },
        HelpUri = new Uri($"https://github.com/secretsaudit/secretsaudit/blob/main/docs/rules/{id}.md"),
    };
}
