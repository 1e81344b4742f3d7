namespace SecretsAudit.Analyzers.Literals;

/// <summary>Calls that change a literal's form and not what it is.</summary>
internal static class LiteralTransformations
{
    /// <summary>Whether a method of a string answers the string in another form: <c>ToCharArray</c>.</summary>
    public static bool Keeps(string method) => method is "ToCharArray" or "ToString" or "Trim" or "TrimEnd" or "TrimStart" or "AsSpan" or "AsMemory" or "ToArray" or "ToList" or "Sha256" or "Sha512" or "Sha1"
        or "ToSecureString" or "ConvertToSecureString" or "AsSecureString" or "Reverse" or "ToUpper" or "ToLower" or "ToUpperInvariant" or "ToLowerInvariant" or "Normalize" or "Clone" or "ToBytes" or "GetBytes" or "Substring" or "Replace" or "Insert"
        or "PadLeft" or "PadRight" or "Select" or "Concat" or "Encrypt";

    /// <summary>Whether a method answers its first argument in another form: <c>Encoding.UTF8.GetBytes</c>.</summary>
    public static bool Yields(string? method) => method is "GetBytes" or "FromBase64String" or "FromHexString" or "HexToByteArray" or "StringToByteArray" or "FromBase64" or "FromHex" or "DecodeBase64" or "Decode" or "Base64UrlDecode" or "DecodeBytes"
        or "ToSecureString" or "ConvertToSecureString" or "ToByteArray" or "Intern" or "Copy" or "Escape" or "EscapeDataString" or "UrlEncode" or "Some" or "FromResult" or "Create" or "Format" or "Join" or "GetString" or "ToBase64String" or "Protect" or "Unprotect";

    /// <summary>Whether a method takes a key and the value that is kept under it.</summary>
    public static bool TakesKeyAndValue(string method) => method is "Add" or "TryAdd" or "Set" or "SetValue" or "SetString" or "SetProperty" or "SetEnvironmentVariable" or "WithEnvironment" or "WithEnvironmentVariable" or "UseSetting" or "AddHeader" or "WithHeader"
        or "Append" or "AppendHeader" or "SetRequestHeader" or "AddDefaultHeader" or "AddOrUpdateHeader" or "AddParameter" or "AddQueryParameter" or "AddOrUpdateParameter" or "SetSetting" or "Put" or "AddOrUpdate" or "SetSecret" or "TryAddWithoutValidation" or "With" or "AddString" or "SetItem" or "Create";
}
