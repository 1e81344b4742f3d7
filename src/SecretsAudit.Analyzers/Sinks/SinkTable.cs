namespace SecretsAudit.Analyzers.Sinks;

/// <summary>Known APIs that take a credential, by simple name: the assembly that declares them may not be referenced.</summary>
internal static class SinkTable
{
    private static readonly Dictionary<string, Sink[]> Creations = Index(
        new("NetworkCredential", 1, ["password"], SinkKind.Password),
        new("SqlCredential", 1, ["password"], SinkKind.Password),
        new("OracleCredential", 1, ["password"], SinkKind.Password),
        new("PasswordAuthenticationMethod", 1, ["password"], SinkKind.Password),
        new("PasswordConnectionInfo", 2, ["password"], SinkKind.Password),
        new("SshClient", 2, ["password"], SinkKind.Password),
        new("SftpClient", 2, ["password"], SinkKind.Password),
        new("ScpClient", 2, ["password"], SinkKind.Password),
        new("DirectoryEntry", 2, ["password"], SinkKind.Password),
        new("PrincipalContext", 4, ["password"], SinkKind.Password),
        new("X509Certificate", 1, ["password"], SinkKind.Password),
        new("X509Certificate2", 1, ["password"], SinkKind.Password),
        new("X509Certificate", 0, ["rawData", "data"], SinkKind.Certificate),
        new("X509Certificate2", 0, ["rawData", "data"], SinkKind.Certificate),
        new("BasicAWSCredentials", 1, ["secretKey"], SinkKind.Password),
        new("SessionAWSCredentials", 1, ["awsSecretAccessKey"], SinkKind.Password),
        new("ClientSecretCredential", 2, ["clientSecret"], SinkKind.Password),
        new("ClientCredential", 1, ["clientSecret", "secret"], SinkKind.Password),
        new("TokenClient", 2, ["clientSecret"], SinkKind.Password),
        new("OAuth2Client", 2, ["clientSecret"], SinkKind.Password),
        new("IntrospectionClient", 2, ["clientSecret"], SinkKind.Password),
        new("TokenRevocationClient", 2, ["clientSecret"], SinkKind.Password),
        new("UsernamePasswordCredential", 1, ["password"], SinkKind.Password),
        new("StorageSharedKeyCredential", 1, ["accountKey"], SinkKind.Password),
        new("TableSharedKeyCredential", 1, ["accountKey"], SinkKind.Password),
        new("StorageCredentials", 1, ["keyValue"], SinkKind.Password),
        new("AzureKeyCredential", 0, ["key"], SinkKind.Password),
        new("AzureNamedKeyCredential", 1, ["key"], SinkKind.Password),
        new("AzureSasCredential", 0, ["signature"], SinkKind.Password),
        new("ApiKeyServiceClientCredentials", 0, ["subscriptionKey"], SinkKind.Password),
        new("ApiKeyCredential", 0, ["key"], SinkKind.Password),
        new("CosmosClient", 1, ["authKeyOrResourceToken"], SinkKind.Password),
        new("DocumentClient", 1, ["authKeyOrResourceToken", "authKey"], SinkKind.Password),
        new("HttpBasicAuthenticator", 1, ["password"], SinkKind.Password),
        new("Secret", 0, ["value"], SinkKind.Password),
        new("AuthenticationHeaderValue", 1, ["parameter"], SinkKind.Authorization),
        new("SymmetricSecurityKey", 0, ["key"], SinkKind.Key),
        new("InMemorySymmetricSecurityKey", 0, ["key"], SinkKind.Key),
        new("KeyParameter", 0, ["key"], SinkKind.Key),
        new("HMACSHA1", 0, ["key"], SinkKind.Key),
        new("HMACSHA256", 0, ["key"], SinkKind.Key),
        new("HMACSHA384", 0, ["key"], SinkKind.Key),
        new("HMACSHA512", 0, ["key"], SinkKind.Key),
        new("HMACSHA3_256", 0, ["key"], SinkKind.Key),
        new("HMACSHA3_384", 0, ["key"], SinkKind.Key),
        new("HMACSHA3_512", 0, ["key"], SinkKind.Key),
        new("HMACMD5", 0, ["key"], SinkKind.Key),
        new("HMACRIPEMD160", 0, ["key"], SinkKind.Key),
        new("MACTripleDES", 0, ["rgbKey"], SinkKind.Key),
        new("AesGcm", 0, ["key"], SinkKind.Key),
        new("AesCcm", 0, ["key"], SinkKind.Key),
        new("ChaCha20Poly1305", 0, ["key"], SinkKind.Key),
        new("Rfc2898DeriveBytes", 0, ["password"], SinkKind.Key),
        new("PasswordDeriveBytes", 0, ["strPassword", "password"], SinkKind.Key));

    private static readonly Dictionary<string, Sink[]> Methods = Index(
        new("CreateEncryptor", 0, ["rgbKey", "key"], SinkKind.Key),
        new("CreateDecryptor", 0, ["rgbKey", "key"], SinkKind.Key),
        new("HashData", 0, ["key"], SinkKind.Key),
        new("HashDataAsync", 0, ["key"], SinkKind.Key),
        new("Pbkdf2", 0, ["password"], SinkKind.Key),
        new("SetKey", 0, ["key"], SinkKind.Key),
        new("Authenticate", 1, ["password"], SinkKind.Password),
        new("AuthenticateAsync", 1, ["password"], SinkKind.Password),
        new("ValidateCredentials", 1, ["password"], SinkKind.Password),
        new("Login", 1, ["password"], SinkKind.Password),
        new("LoginAsync", 1, ["password"], SinkKind.Password),
        new("SetBasicAuthentication", 1, ["password"], SinkKind.Password),
        new("SetBearerToken", 0, ["token"], SinkKind.Password),
        new("WithCredentials", 1, ["secretKey", "password"], SinkKind.Password),
        new("WithStaticCredentials", 1, ["secretKey"], SinkKind.Password),
        new("PasswordSignInAsync", 1, ["password"], SinkKind.Password),
        new("RequestResourceOwnerPasswordAsync", 1, ["password"], SinkKind.Password),
        new("CreateAsync", 1, ["password"], SinkKind.Password),
        new("CheckPasswordAsync", 1, ["password"], SinkKind.Password),
        new("AddPasswordAsync", 1, ["password"], SinkKind.Password),
        new("CreateUser", 1, ["password"], SinkKind.Password),
        new("CreateUserAndAccount", 1, ["password"], SinkKind.Password),
        new("CreateAccount", 1, ["password"], SinkKind.Password),
        new("ChangePassword", 1, ["newPassword", "currentPassword", "oldPassword"], SinkKind.Password),
        new("ChangePassword", 2, ["newPassword"], SinkKind.Password),
        new("ChangePasswordAsync", 1, ["newPassword", "currentPassword", "oldPassword"], SinkKind.Password),
        new("ChangePasswordAsync", 2, ["newPassword"], SinkKind.Password),
        new("ResetPasswordAsync", 2, ["newPassword"], SinkKind.Password),
        new("HashPassword", 0, ["password", "inputKey"], SinkKind.Password),
        new("HashPassword", 1, ["password"], SinkKind.Password),
        new("Encrypt", 1, ["key", "encryptionKey", "secretKey"], SinkKind.Key),
        new("Decrypt", 1, ["key", "encryptionKey", "secretKey"], SinkKind.Key),
        new("EncryptString", 1, ["key"], SinkKind.Key),
        new("DecryptString", 1, ["key"], SinkKind.Key),
        new("LoadPkcs12", 1, ["password"], SinkKind.Password),
        new("LoadPkcs12FromFile", 1, ["password"], SinkKind.Password),
        new("LoadPkcs12Collection", 1, ["password"], SinkKind.Password),
        new("LoadPkcs12CollectionFromFile", 1, ["password"], SinkKind.Password),
        new("ImportFromEncryptedPem", 1, ["password"], SinkKind.Password),
        new("ImportEncryptedPkcs8PrivateKey", 0, ["password", "passwordBytes"], SinkKind.Password),
        new("CreateFromEncryptedPem", 2, ["password"], SinkKind.Password),
        new("CreateFromEncryptedPemFile", 1, ["password"], SinkKind.Password),
        new("UseHttps", 1, ["password"], SinkKind.Password),
        new("Import", 1, ["password"], SinkKind.Password),
        new("Export", 1, ["password"], SinkKind.Password));

    // Names that other libraries give to other things: a position alone says nothing there.
    private static readonly HashSet<string> NeedsSymbol = new(StringComparer.Ordinal)
    {
        "HashData", "HashDataAsync", "Import", "Export", "SetKey", "UseHttps", "Login", "LoginAsync", "ClientCredential", "CreateAccount",
        "Encrypt", "Decrypt", "EncryptString", "DecryptString",
    };

    // The framework's, whose parameters binding tells: other constructors of theirs take something else there, or give it a name by which it is judged
    // otherwise. NetworkCredential's all take a password there, and call it so.
    private static readonly HashSet<string> OfFramework = new(StringComparer.Ordinal)
    {
        "X509Certificate", "X509Certificate2", "AuthenticationHeaderValue", "HMACSHA1", "HMACSHA256", "HMACSHA384", "HMACSHA512", "HMACSHA3_256", "HMACSHA3_384", "HMACSHA3_512",
        "HMACMD5", "AesGcm", "AesCcm", "ChaCha20Poly1305", "Rfc2898DeriveBytes", "PasswordDeriveBytes",
    };

    /// <summary>Whether all that is known of a type's constructors stands here, where no package is referenced.</summary>
    public static bool IsWhole(string type) => (Creations.ContainsKey(type) && !OfFramework.Contains(type)) || CallNames.IsAmazonClient(type);

    public static bool Has(string api) => Creations.ContainsKey(api) || Methods.ContainsKey(api);

    /// <summary>What a created type, or a called method, does with its arguments.</summary>
    public static IReadOnlyList<Sink> Of(string api, bool isCreation) =>
        (isCreation ? Creations : Methods).TryGetValue(api, out var sinks) ? sinks : [];

    /// <summary>Whether an unresolved call by this name is believed.</summary>
    public static bool IsTellingAlone(string api) => !NeedsSymbol.Contains(api);

    private static Dictionary<string, Sink[]> Index(params Sink[] sinks) =>
        sinks.GroupBy(sink => sink.Api, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
