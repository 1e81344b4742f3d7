using System;
using System.Collections.Generic;

namespace SecretsAudit.Analyzers.Literals;

/// <summary>APIs that take a credential, by type or method and the argument's place: for code whose references are not at hand, and for parameters whose name says too little.</summary>
internal static class KnownSinks
{
    private const string Password = "password";
    private const string AccessKey = "accessKey";
    private const string Secret = "secret";
    private const string CipherKey = "encryptionKey";

    private static readonly Dictionary<string, (int Ordinal, string Name)[]> Constructors = new(StringComparer.Ordinal)
    {
        ["NetworkCredential"] = [(1, Password)],
        ["SqlCredential"] = [(1, Password)],
        ["BasicAWSCredentials"] = [(1, Secret)],
        ["SessionAWSCredentials"] = [(1, Secret), (2, "sessionToken")],
        ["StorageSharedKeyCredential"] = [(1, AccessKey)],
        ["StorageCredentials"] = [(1, AccessKey)],
        ["AzureKeyCredential"] = [(0, AccessKey)],
        ["AzureNamedKeyCredential"] = [(1, AccessKey)],
        ["AzureSasCredential"] = [(0, Secret)],
        ["ApiKeyCredential"] = [(0, AccessKey)],
        ["ApiKeyServiceClientCredentials"] = [(0, AccessKey)],
        ["ClientSecretCredential"] = [(2, "clientSecret")],
        ["UsernamePasswordCredential"] = [(1, Password)],
        ["ClientCredential"] = [(1, "clientSecret")],
        ["CosmosClient"] = [(1, AccessKey)],
        ["X509Certificate2"] = [(1, Password)],
        ["X509Certificate"] = [(1, Password)],
        ["PasswordAuthenticationMethod"] = [(1, Password)],
        ["PasswordConnectionInfo"] = [(2, Password)],
        ["SshClient"] = [(2, Password)],
        ["SftpClient"] = [(2, Password)],
        ["ScpClient"] = [(2, Password)],
        ["FtpClient"] = [(2, Password)],
        ["DirectoryEntry"] = [(2, Password)],
        ["LdapConnection"] = [],
        ["Rfc2898DeriveBytes"] = [(0, Password)],
        ["PasswordDeriveBytes"] = [(0, Password)],
        ["AesGcm"] = [(0, CipherKey)],
        ["AesCcm"] = [(0, CipherKey)],
        ["ChaCha20Poly1305"] = [(0, CipherKey)],
        ["HMACMD5"] = [(0, CipherKey)],
        ["HMACSHA1"] = [(0, CipherKey)],
        ["HMACSHA256"] = [(0, CipherKey)],
        ["HMACSHA384"] = [(0, CipherKey)],
        ["HMACSHA512"] = [(0, CipherKey)],
        ["SymmetricSecurityKey"] = [(0, CipherKey)],
        ["TwilioRestClient"] = [(1, "authToken")],
        ["SendGridClient"] = [(0, "apiKey")],
        ["StripeClient"] = [(0, "apiKey")],
        ["OpenAIClient"] = [(0, "apiKey")],
        ["SlackTaskClient"] = [(0, "token")],
        ["ZipFile"] = [],
    };

    private static readonly Dictionary<string, (int Ordinal, string Name)[]> Methods = new(StringComparer.Ordinal)
    {
        ["CreateEncryptor"] = [(0, CipherKey)],
        ["CreateDecryptor"] = [(0, CipherKey)],
        ["Pbkdf2"] = [(0, Password)],
        ["ValidateCredentials"] = [(1, Password)],
        ["Authenticate"] = [(1, Password)],
        ["AuthenticateAsync"] = [(1, Password)],
        ["SetPassword"] = [(0, Password)],
        ["ChangePassword"] = [(1, Password)],
        ["WithClientSecret"] = [(0, "clientSecret")],
        ["WithPassword"] = [(0, Password)],
        ["WithCredentials"] = [(1, Password)],
        ["UsePassword"] = [(0, Password)],
        ["SetBasicAuthentication"] = [(1, Password)],
        ["SetBearerToken"] = [(0, "bearerToken")],
        ["WithBasicAuth"] = [(1, Password)],
        ["WithOAuthBearerToken"] = [(0, "bearerToken")],
    };

    // Properties whose name is a mere "Key", of types that are about ciphers.
    private static readonly HashSet<string> CipherTypes = new(StringComparer.Ordinal)
    {
        "Aes", "AesManaged", "AesCryptoServiceProvider", "AesCng", "Rijndael", "RijndaelManaged", "DES", "DESCryptoServiceProvider", "TripleDES", "TripleDESCryptoServiceProvider", "RC2", "RC2CryptoServiceProvider", "SymmetricAlgorithm",
        "HMAC", "HMACSHA1", "HMACSHA256", "HMACSHA384", "HMACSHA512", "HMACMD5", "KeyedHashAlgorithm",
    };

    /// <summary>What the argument of a constructor is; null when it is no credential.</summary>
    public static string? OfConstructor(string type, int ordinal) => Find(Constructors, type, ordinal)
        // The clients of AWS's SDK: AmazonS3Client(key, secret, …).
        ?? (ordinal == 1 && type.StartsWith("Amazon", StringComparison.Ordinal) && type.EndsWith("Client", StringComparison.Ordinal) ? Secret : null);

    /// <summary>What the argument of a method is; null when it is no credential.</summary>
    public static string? OfMethod(string method, int ordinal) => Find(Methods, method, ordinal);

    /// <summary>Whether a type's <c>Key</c> is a cipher's.</summary>
    public static bool IsCipher(string? type) => type is not null && CipherTypes.Contains(type);

    private static string? Find(Dictionary<string, (int Ordinal, string Name)[]> table, string key, int ordinal)
    {
        if (!table.TryGetValue(key, out var arguments))
            return null;
        foreach (var argument in arguments)
        {
            if (argument.Ordinal == ordinal)
                return argument.Name;
        }

        return null;
    }
}
