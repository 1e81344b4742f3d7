using System;

namespace SecretsAudit.Detection.Names;

/// <summary>What a value under a credential's name is when it is no credential: a name, a path, prose, a type, a number.</summary>
internal static class ValueShape
{
    public static bool IsSomethingElse(ReadOnlySpan<char> name, ReadOnlySpan<char> value, CredentialName promise, ValueSetting setting = ValueSetting.SourceCode) =>
        SelfNames.Is(name, value, promise, setting) || References.Is(value, promise) || IsTypeName(value) || IsNumberOrDate(value, promise) || IsDigest(value)
        || ((Prose.Is(value, promise) || SelfNames.IsMadeOfCredentialWords(name, value, promise, setting)) && !Prose.IsSentence(name, value, promise, setting))
        || (IsGuid(value) && promise == CredentialName.Password && !setting.IsConfiguration()) || IsMarkup(value) || LookAlikes.Is(value, promise, setting);

    private static bool IsTypeName(ReadOnlySpan<char> value) => value.IndexOf("::".AsSpan()) > 0 || value.IndexOf("=>".AsSpan()) >= 0 || value.StartsWith("System.".AsSpan()) || value.StartsWith("Microsoft.".AsSpan()) || value.IndexOf("PublicKeyToken=".AsSpan()) >= 0 || value.StartsWith("urn:".AsSpan());

    private static bool IsNumberOrDate(ReadOnlySpan<char> value, CredentialName promise)
    {
        // "^4.7.0": which versions of a package will do.
        value = value.TrimStart("^~<>= ".AsSpan());
        int digits = 0, separators = 0;
        foreach (var c in value)
        {
            if (char.IsDigit(c))
                digits++;
            else if (c is ':' or '.' or '-' or '/' or '+' or ' ' or ',' or 'T' or 'Z')
                separators++;
        }

        if (digits + separators < value.Length)
            return false;
        return separators > 0 || (promise == CredentialName.Password ? digits < 3 : !Strength.IsRandom(value) && digits < 32);
    }

    // SHA-2, MD5 and friends in their own notation; a hash of a password is told by its prefix.
    private static bool IsDigest(ReadOnlySpan<char> value) =>
        value.StartsWith("sha".AsSpan(), StringComparison.OrdinalIgnoreCase) && value.IndexOfAny("-:".AsSpan()) is > 2 and < 8 || value.IndexOf("$2".AsSpan()) is >= 0 and < 12 && value.Length > 50 && value.LastIndexOf('$') > 4 || value.StartsWith("$argon2".AsSpan()) || value.StartsWith("md5:".AsSpan());

    public static bool IsGuid(ReadOnlySpan<char> value) => value.Length is 36 or 38 && Guid.TryParse(value.ToString(), out _);

    // A panel's key: "Q-", a GUID, "-0".
    public static bool HoldsGuid(ReadOnlySpan<char> value)
    {
        const int Length = 36;
        for (var i = 0; i + Length <= value.Length; i++)
        {
            if (value[i + 8] == '-' && value[i + 13] == '-' && Guid.TryParseExact(value.Slice(i, Length).ToString(), "D", out _))
                return true;
        }

        return false;
    }

    private static bool IsMarkup(ReadOnlySpan<char> value) => value[0] == '<' || value.IndexOf("</".AsSpan()) >= 0 || value[0] is '{' or '[' && value[value.Length - 1] is '}' or ']' && !Placeholders.EndsRandom(value);
}
