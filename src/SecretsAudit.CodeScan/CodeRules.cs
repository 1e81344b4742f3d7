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

    // https://cwe.mitre.org/data/definitions/798.html
    private const string HardCodedCredentials = "798";

    private const string MoveOut =
        """
        1. Take the credential as known to others: change it where it is valid, and look at what it was used for.
        2. Keep the new one in AWS Secrets Manager and read it when the program runs, or take it from configuration that is not in the repository
           (`dotnet user-secrets` on a developer's machine).
        3. The old one stays in the repository's history: changing it is what helps, deleting the line is not.
        """;

    private const string ReplaceKey =
        """
        1. Take the key as known to others, also one under a password: make a new pair, have its certificate issued, and revoke the old one. A signed token dies with the key that signed it.
        2. Keep the new key in AWS Secrets Manager or in AWS KMS, and read it when the program runs.
        3. Replace the public half wherever it is trusted; what the old one signed or could decrypt is to be looked at.
        """;

    private const string ReplaceEncryptionKey =
        """
        1. Take the key as known to others: everything that it protects is readable, and everything that it signs can be forged.
        2. Make a new one in AWS KMS, or keep it in AWS Secrets Manager, with a version beside each ciphertext so that both can be read for a while.
        3. Encrypt anew what the old key protects, then stop to accept the old one.
        """;

    private const string KeepOutOfLogs =
        """
        1. Write the secret's name and version, not its value: `response.Name`, `response.VersionId`.
        2. If the program has run: rotate the secret (`aws secretsmanager rotate-secret --secret-id NAME`), since whoever reads the logs has it, and delete what was written.
        """;

    private const string UseCache =
        """
        Read through AWS's caching client for .NET (`AWSSDK.SecretsManager.Caching`): `await cache.GetSecretString("NAME")`. One cache for the whole program; it asks again after an hour, or as it is set to.
        """;

    private const string NameWhatIsThere =
        """
        1. If the name is mistyped, put it right: `aws secretsmanager list-secrets --filters Key=name,Values=PREFIX` tells what there is.
        2. If the secret is pending deletion and still wanted: `aws secretsmanager restore-secret --secret-id NAME`.
        3. If it is new, create it before the program is deployed, and export the inventory again.
        """;

    private const string CompareInFixedTime =
        """
        Compare bytes with `CryptographicOperations.FixedTimeEquals`. Of texts compare the hashes, so that the length tells nothing either.
        """;

    /// <summary>All of them, in id order.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } =
    [
        Rule(CredentialRules.HardCodedCredential, "hard-coded-credential", "A credential is written into source code or configuration", Severity.High, Confidence.Medium,
            "A value whose name says password, secret, token or key is a literal. Whoever can read the repository, a build or a backup of either can use it, and it cannot be changed without a release."),
        Rule(CredentialRules.ProviderToken, "provider-token", "A provider's token is written into source code or configuration", Severity.Critical, Confidence.High,
            "A token in a provider's own format (a cloud's access key, a payment provider's live key) is in the tree. Such tokens are searched for by machines within minutes of being published."),
        Rule(CredentialRules.PrivateKey, "private-key", "A private key or a signed token is written into source code or configuration", Severity.Critical, Confidence.High,
            "A private key that is not encrypted, a key store that anybody can open, or a signed JSON Web Token is in the tree. Whoever has it can sign, decrypt or sign in as its owner.", ReplaceKey),
        Rule(CredentialRules.ConnectionString, "connection-string-password", "A connection string holds its password", Severity.High, Confidence.High,
            "A connection string with a literal password or account key is in the tree. Whoever can read it can open the database."),
        Rule(CredentialRules.UrlPassword, "url-password", "A URL or header holds a password", Severity.High, Confidence.High,
            "A URL with user and password before the host, or a basic authorisation header, is in the tree. URLs also end up in logs and error messages."),
        Rule(CredentialRules.EncryptionKey, "hard-coded-encryption-key", "A cryptographic key is written into source code", Severity.High, Confidence.Medium,
            "A key for a cipher, a message authentication code or a signature is a literal. Everything it protects is open to whoever has the program, and the key cannot be rotated.", ReplaceEncryptionKey, "321"),
        Rule(SecretLogged, "secret-value-logged", "A secret's value is written to a log", Severity.High, Confidence.High,
            "A value read from Secrets Manager goes to a log, the console, a trace or an exception's message. Logs are kept longer, copied further and read by more people than any secret.", KeepOutOfLogs, "532"),
        Rule(UncachedRead, "uncached-secret-read", "A secret is read from Secrets Manager again and again", Severity.Medium, Confidence.Medium,
            "A secret is read on every request or turn of a loop. Each read is a billed call over the network that may be throttled; when it is, the program fails. Use the caching client.", UseCache, "1176"),
        Rule(UnknownSecret, "unknown-secret-name", "A secret that the inventory does not have is read", Severity.Medium, Confidence.High,
            "The name of the secret is in the code, and the exported inventory has no such secret, or has it pending deletion: the read fails.", NameWhatIsThere, "1176"),
        Rule(VariableTimeComparison, "secret-compared-in-variable-time", "A secret is compared in variable time", Severity.Medium, Confidence.Medium,
            "A secret's value is compared by an operation that stops at the first difference. The time it takes tells how much was right. Use CryptographicOperations.FixedTimeEquals.", CompareInFixedTime, "208"),
        Rule(CredentialRules.ComparedCredential, "credential-in-comparison", "A credential is compared with a literal", Severity.High, Confidence.Medium,
            "What somebody presents as password or token is compared with a literal: the literal is the credential. Comparing with == also takes longer the more of it is right."),
        Rule(StoredSecret, "stored-secret-in-code", "A value of Secrets Manager is written into source code or configuration", Severity.Critical, Confidence.High,
            "A text in the tree equals the present or the previous value of a secret in the store, or a credential inside it. It is not a guess: the credential is in use, or was until the last rotation."),
    ];

    private static RuleDescriptor Rule(string id, string name, string title, Severity severity, Confidence precision, string description, string remediation = MoveOut, string weakness = HardCodedCredentials) => new()
    {
        Id = id,
        Name = name,
        Title = title,
        Description = description,
        Severity = severity,
        Category = "code",
        Remediation = remediation,
        Precision = precision,
        Controls = Controls(id, weakness),
        HelpUri = new Uri($"https://github.com/secretsaudit/secretsaudit/blob/main/docs/rules/{id}.md"),
    };

    // What stands in code is what both standards forbid; of a log they ask that authenticators are unreadable wherever they are kept.
    private static Dictionary<string, IReadOnlyList<string>> Controls(string id, string weakness)
    {
        var controls = new Dictionary<string, IReadOnlyList<string>> { ["cwe"] = [weakness] };
        if (weakness is HardCodedCredentials or "321")
            (controls["pci-dss-4.0.1"], controls["nist-800-53-r5"]) = (["8.6.2"], ["IA-5(7)"]);
        else if (id == SecretLogged)
            (controls["pci-dss-4.0.1"], controls["nist-800-53-r5"]) = (["8.3.2"], ["IA-5"]);
        return controls;
    }
}
