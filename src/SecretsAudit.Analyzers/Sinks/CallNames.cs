using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Sinks;

/// <summary>What a call's simple name promises, before anything is bound.</summary>
internal static class CallNames
{
    // The value comes out as it went in, or as a function of it alone.
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "GetBytes", "FromBase64String", "FromHexString", "ToBase64String", "ToHexString", "FromUtf8String", "Concat", "Format", "Join",
        "Sha256", "Sha512", "FromResult", "Copy", "Intern", "String", "string", "StringValues", "ReadOnlySpan", "Span", "ReadOnlyMemory", "Memory",
        "ToSecureString", "ConvertToSecureString",
    };

    private static readonly HashSet<string> PassingReceiver = new(StringComparer.Ordinal)
    {
        "ToCharArray", "ToArray", "AsSpan", "AsMemory", "Trim", "TrimEnd", "TrimStart", "ToString", "Sha256", "Sha512", "ToLower", "ToUpper",
        "ToLowerInvariant", "ToUpperInvariant", "Clone", "ToList", "Normalize", "ToSecureString", "ToBytes", "GetBytes", "AsEnumerable",
    };

    private static readonly HashSet<string> Comparing = new(StringComparer.Ordinal)
    {
        "Equals", "CompareOrdinal", "Compare", "SequenceEqual", "FixedTimeEquals", "CompareTo", "ReferenceEquals",
    };

    // Take a text that is looked for or expected, and no credential.
    private static readonly HashSet<string> Searching = new(StringComparer.Ordinal)
    {
        "Contains", "ContainsKey", "StartsWith", "EndsWith", "IndexOf", "LastIndexOf", "IndexOfAny", "Replace", "Split", "Equal", "NotEqual", "AreEqual", "AreNotEqual", "Guid", "DateTime", "Version",
    };

    // Take a name and then its value.
    private static readonly HashSet<string> Pairing = new(StringComparer.Ordinal)
    {
        "Add", "TryAdd", "TryAddWithoutValidation", "KeyValuePair", "Create", "UseSetting", "WithEnvironment", "SetEnvironmentVariable", "GetValue",
        "AddOrUpdate", "Set", "SetValue", "SetProperty", "SetString", "SetSetting", "SetParameter", "AddHeader", "AddParameter", "AddDefaultHeader",
        "AddQueryParameter", "AddEnvironmentVariable", "WithHeader", "WithEnvironmentVariable", "SetEnvironment", "Append", "AppendLine", "Insert",
        "Put", "Parameter", "AddWithValue", "SecretValue", "Setting", "With", "Tuple", "GetOrDefault", "GetString", "GetSetting", "Get", "Read", "Property",
    };

    private static readonly HashSet<string> SecretsApi = new(StringComparer.Ordinal)
    {
        "SecretString", "SecretBinary", "GetSecretString", "GetSecretBinary", "GetSecretValueAsync", "GetSecretValue", "SecretId",
    };

    private static readonly HashSet<string> KeyProperties = new(StringComparer.Ordinal)
    {
        "Key", "IssuerSigningKey", "ConnectionString", "TokenDecryptionKey",
        // In an accessor it stands for the property.
        "field",
    };

    public static bool IsOfInterest(string name) =>
        IsSink(name)
        || Passing.Contains(name)
        || Comparing.Contains(name)
        || Pairing.Contains(name)
        || name is "base" or "this" or "DefaultValue" or "DefaultValueAttribute"
        || NamedValue.Classify(name.AsSpan()) is not null;

    /// <summary>Whether a known API by this name takes a credential; <c>new</c> alone may create one.</summary>
    public static bool IsSink(string name) => SinkTable.Has(name) || IsAmazonClient(name) || name is "AppendChar" or "new";

    public static bool PassesArgument(string name) => Passing.Contains(name);

    public static bool PassesReceiver(string name) => PassingReceiver.Contains(name);

    public static bool Compares(string name) => Comparing.Contains(name);

    public static bool Searches(string name) => Searching.Contains(name);

    public static bool Pairs(string name) => Pairing.Contains(name);

    /// <summary>Whether a call by this name takes a name and a value, and nothing else is known of it.</summary>
    public static bool OnlyPairs(string name) =>
        Pairing.Contains(name) && !IsSink(name) && !Passing.Contains(name) && !Comparing.Contains(name) && NamedValue.Classify(name.AsSpan()) is null;

    public static bool IsSecretsApi(string name) => SecretsApi.Contains(name);

    public static bool IsKeyProperty(string name) => KeyProperties.Contains(name);

    /// <summary>AWS's clients: the access key's id and the secret key come first.</summary>
    public static bool IsAmazonClient(string name) =>
        name.StartsWith("Amazon", StringComparison.Ordinal) && name.EndsWith("Client", StringComparison.Ordinal);
}
