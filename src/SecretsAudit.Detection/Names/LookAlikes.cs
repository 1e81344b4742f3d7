using System;

namespace SecretsAudit.Detection.Names;

/// <summary>Values that mix letters with digits and marks as a credential does, and have a mark of something else.</summary>
internal static class LookAlikes
{
    private static readonly WordSet ColumnTypes = new("int", "integer", "bigint", "smallint", "tinyint", "longtext", "mediumtext", "datetime", "timestamp", "varbinary");

    public static bool Is(ReadOnlySpan<char> value, CredentialName promise, ValueSetting setting) =>
        IsSelector(value, setting) || IsPublicKey(value) || IsColour(value) || IsFileOfCredentials(value, promise) || IsEncrypted(value) || IsExpression(value) || IsCutOff(value) || IsNoToken(value, promise, setting) || IsMount(value) || IsPattern(value) || IsColumnType(value) || IsMigration(value) || IsRules(value) || IsClass(value) || IsOptionName(value, setting) || IsErrorCode(value) || IsDigestInProse(value, promise, setting) || IsObject(value) || IsCut(value);

    /// <remarks>https://learn.microsoft.com/entra/identity-platform/reference-error-codes and https://learn.microsoft.com/azure/active-directory-b2c/error-codes</remarks>
    private static bool IsErrorCode(ReadOnlySpan<char> value)
    {
        if (!(value.StartsWith("AADSTS".AsSpan()) || value.StartsWith("AADB2C".AsSpan())) || value.Length is < 8 or > 16)
            return false;
        foreach (var c in value.Slice("AADSTS".Length))
        {
            if (!char.IsDigit(c))
                return false;
        }

        return true;
    }

    // data-toggle-password="#Password": an element of the page.
    private static bool IsSelector(ReadOnlySpan<char> value, ValueSetting setting)
    {
        if (value[0] != '#' || setting.IsConfiguration())
            return false;
        foreach (var c in value.Slice(1))
        {
            if (!char.IsLetter(c) && c is not ('_' or '-'))
                return false;
        }

        return true;
    }

    // An extended public key of BIP 32, version bytes as SLIP 132 lists them: xpub6D…
    private static bool IsPublicKey(ReadOnlySpan<char> value) => value.Length > 100 && value.Slice(1).StartsWith("pub".AsSpan()) && value[0] is 'x' or 'y' or 'z' or 't' or 'u' or 'v';

    // What colours a terminal's text: \e[32m, \033[0m.
    private static bool IsColour(ReadOnlySpan<char> value) => value.IndexOf("\\e[".AsSpan()) >= 0 || value.IndexOf("\\033[".AsSpan()) >= 0 || value.IndexOf("\\x1b[".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;

    // Jasypt's ENC(…), eyaml's and SOPS's ENC[…], also in base64: who reads it needs a key.
    private static bool IsEncrypted(ReadOnlySpan<char> value) => value.StartsWith("ENC(".AsSpan()) || value.StartsWith("ENC[".AsSpan()) || value.StartsWith("RU5DW".AsSpan()) || value.StartsWith("RU5DK".AsSpan())
        // A sealed secret of Kubernetes is longer than any key.
        || (value.Length > 300 && value.StartsWith("Ag".AsSpan()) && value.IndexOfAny(" \n.-_".AsSpan()) < 0);

    // "Password: " + password + ", …"; 'password = '.$settings[; concat('AccountKey=', listKeys(…)): what stands between two literals.
    public static bool IsExpression(ReadOnlySpan<char> value) =>
        value.Length > 0 && value[0] == '+' ? value[value.Length - 1] is '+' or '(' : value.Length > 0 && value[0] == ',' ? value.IndexOf('(') > 0 : value.StartsWith(".$".AsSpan()) || value.StartsWith(". $".AsSpan()) || IsCall(value);

    // @pass="$emit('pass', $event)"
    private static bool IsCall(ReadOnlySpan<char> value)
    {
        var open = value.IndexOf('(');
        if (open < 3 || value[0] != '$' || value[value.Length - 1] != ')')
            return false;
        foreach (var c in value.Slice(1, open - 1))
        {
            if (!char.IsLetter(c))
                return false;
        }

        return true;
    }

    // A JSON Web Token's header alone opens nothing; nor does a token of which dots stand for the middle.
    private static bool IsCutOff(ReadOnlySpan<char> value) => (value.StartsWith("eyJ".AsSpan()) && value.IndexOf('.') < 0 && (value.Length < 16 || value.StartsWith("eyJhbGciOi".AsSpan()))) || value.IndexOf(".....".AsSpan()) >= 0;

    /// <remarks>RFC 6750, section 2.1, tells of what characters a token is made; Twitter escapes some with a percent sign, and Salesforce has an exclamation mark.</remarks>
    private static bool IsNoToken(ReadOnlySpan<char> value, CredentialName promise, ValueSetting setting) =>
        promise == CredentialName.Token && setting == ValueSetting.LooseText && (value[0] == '=' || value.IndexOfAny("?#^&*;@".AsSpan()) >= 0);

    // grep "PASSWORD=.*$"; "access_token:%s"
    private static bool IsPattern(ReadOnlySpan<char> value) => value.StartsWith(".*".AsSpan()) || value.StartsWith("*\"".AsSpan()) || value.StartsWith("[^".AsSpan()) || value.EndsWith(":%s".AsSpan());

    // password VARCHAR(64) NOT NULL
    private static bool IsColumnType(ReadOnlySpan<char> value) => value.StartsWith("VARCHAR(".AsSpan(), StringComparison.OrdinalIgnoreCase) || value.StartsWith("NVARCHAR(".AsSpan(), StringComparison.OrdinalIgnoreCase) || value.StartsWith("CHAR(".AsSpan(), StringComparison.OrdinalIgnoreCase)
        || ColumnTypes.Contains(value.IndexOfAny(" (".AsSpan()) is > 0 and var end ? value.Slice(0, end) : value);

    // ('auth', '0012_alter_user_first_name_max_length'): a change of a schema, by its number and what it does.
    private static bool IsMigration(ReadOnlySpan<char> value)
    {
        var number = 0;
        while (number < value.Length && value[number] is >= '0' and <= '9')
            number++;
        if (number is < 4 or > 14 || number + 8 > value.Length || value[number] != '_')
            return false;
        var underscores = 0;
        foreach (var c in value.Slice(number))
        {
            if (c is not (>= 'a' and <= 'z' or '_'))
                return false;
            underscores += c == '_' ? 1 : 0;
        }

        return underscores >= 2;
    }

    // 'password' => 'required|min:8': what a form's field has to be.
    private static bool IsRules(ReadOnlySpan<char> value)
    {
        if (value.IndexOf('|') <= 0)
            return false;
        foreach (var rule in (ReadOnlySpan<string>)["required", "nullable", "confirmed", "sometimes", "string", "min:", "max:"])
        {
            if (value.StartsWith(rule.AsSpan()) || value.IndexOf(("|" + rule).AsSpan()) > 0)
                return true;
        }

        return false;
    }

    // 'user_credentials' => 'OAuth2\Storage\UserCredentials': a class of PHP, in its namespace.
    private static bool IsClass(ReadOnlySpan<char> value)
    {
        var segments = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (i == 0 || value[i - 1] == '\\')
            {
                if (!char.IsUpper(value[i]))
                    return false;
                segments++;
            }
            else if (!char.IsLetterOrDigit(value[i]) && value[i] is not ('_' or '\\'))
            {
                return false;
            }
        }

        return segments >= 3 && WordLikeness.Share(value) > 0.5;
    }

    // const string KeyOfPassword = "s3-password": what a setting or an option of a command is called.
    private static bool IsOptionName(ReadOnlySpan<char> value, ValueSetting setting)
    {
        if (!setting.IsCode() || value.LastIndexOfAny("-_.".AsSpan()) is not (> 0 and var separator))
            return false;
        var last = value.Slice(separator + 1);
        if (!last.EndsWith("password".AsSpan()) && !last.EndsWith("passphrase".AsSpan()) && !last.EndsWith("secret".AsSpan()) && !last.EndsWith("token".AsSpan()))
            return false;
        var digits = 0;
        foreach (var c in value)
        {
            if (char.IsDigit(c))
                digits++;
            else if (!char.IsLower(c) && c is not ('-' or '_' or '.'))
                return false;
        }

        return digits <= 1;
    }

    // docker build --secret id=token,src=…
    private static bool IsMount(ReadOnlySpan<char> value) => value.StartsWith("id=".AsSpan()) || value.StartsWith("src=".AsSpan()) || value.StartsWith("source=".AsSpan()) || value.StartsWith("type=".AsSpan());

    // Documentation shows a password's hash where a table keeps it: MD5, SHA-1, SHA-2 in hexadecimal.
    private static bool IsDigestInProse(ReadOnlySpan<char> value, CredentialName promise, ValueSetting setting)
    {
        if (promise != CredentialName.Password || setting != ValueSetting.Documentation || value.Length is not (32 or 40 or 64 or 128))
            return false;
        foreach (var c in value)
        {
            if (c is not (>= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F'))
                return false;
        }

        return true;
    }

    // "credentialData": "{\"hashIterations\":27500}": an object that holds no credential itself.
    private static bool IsObject(ReadOnlySpan<char> value) =>
        value[0] == '{' && value.TrimStart("{ \\".AsSpan()) is { Length: > 0 } members && members[0] == '"' && members.IndexOf("value".AsSpan()) < 0 && CredentialStems.Next(members, 0) < 0;

    // ev_key = cl_codepage=>convert_to( pem ): what stands before a mark of a language that is not known.
    private static bool IsCut(ReadOnlySpan<char> value) => value[value.Length - 1] == '=' && value.IndexOf('_') > 0 && WordLikeness.Share(value) > 0.5;

    // KEYSTORE_CREDENTIALS=kafka1_keystore_creds
    private static bool IsFileOfCredentials(ReadOnlySpan<char> value, CredentialName promise) =>
        promise != CredentialName.Password && (value.EndsWith("_creds".AsSpan()) || value.EndsWith("-creds".AsSpan()) || value.EndsWith("_credentials".AsSpan()) || value.EndsWith("-credentials".AsSpan()));
}
