using System;

namespace SecretsAudit.Detection.Names;

/// <summary>What a value under a credential's name is when it is no credential: a name, a path, prose, a type, a number.</summary>
internal static class ValueShape
{
    private static readonly WordSet CredentialWords = new(
        "password", "passwd", "pwd", "pass", "secret", "secrets", "token", "tokens", "key", "keys", "apikey", "credential", "credentials", "auth", "authorization", "bearer", "oauth", "jwt", "login", "user", "username", "client", "api", "access", "passwort", "kennwort", "passphrase", "private", "public", "session", "refresh", "basic");

    // Beside a credential's word, these make a name and no password: "new password", "my_secret".
    private static readonly WordSet NameParts = new(
        "my", "your", "the", "new", "old", "current", "confirm", "root", "admin", "db", "database", "app", "service", "account", "name", "id", "value", "field", "string", "text", "file", "path", "key", "header", "param", "reset", "forgot", "change", "enter", "invalid", "required", "is", "has", "no", "a",
        "postgres", "postgresql", "mysql", "mariadb", "redis", "mongo", "mongodb", "rabbitmq", "smtp", "email", "ldap", "hash", "type", "grant", "encryption", "signing", "salt", "replication", "user", "repository", "data", "cert", "certificate", "tls", "ssl", "server", "web", "test", "default", "store", "truststore", "keystore");

    // Of these a sentence has some.
    private static readonly WordSet Joining = new("a", "an", "the", "this", "that", "is", "be", "of", "to", "for", "and", "must", "should", "with", "my", "very");

    // In code, names of fields and of kinds of passwords.
    private static readonly WordSet Abbreviations = new("pwd", "pw", "psw", "passwd", "pswd", "pass", "otp", "totp", "pin", "mfa", "sms", "ldap", "jwt", "pat", "sas", "bearer", "basic");

    public static bool IsSomethingElse(ReadOnlySpan<char> name, ReadOnlySpan<char> value, CredentialName promise, ValueSetting setting = ValueSetting.SourceCode) =>
        EqualsName(name, value) || setting is ValueSetting.SourceCode or ValueSetting.TestCode && Abbreviations.Contains(value) || IsProse(value, promise) && !IsSentence(name, value, promise, setting) || IsReference(value, promise) || IsTypeName(value) || IsNumberOrDate(value, promise) || IsDigest(value) || IsMadeOfCredentialWords(name, value, promise, setting) && !IsSentence(name, value, promise, setting)
        || IsKebab(value, promise) || promise != CredentialName.Password && IsVariableName(value) || IsGuid(value) && promise == CredentialName.Password || IsDotted(value, promise) || IsMarkup(value)
        || LookAlikes.Is(value, promise, setting);

    /// <summary>Whether a value is written as variables are: <c>CLUSTER_API_SECRET</c>, <c>GHAPP-ID,GHAPP-KEY</c>.</summary>
    public static bool IsVariableName(ReadOnlySpan<char> value)
    {
        var underscores = 0;
        foreach (var c in value)
        {
            if (c is '_' or '-' or ',')
                underscores++;
            else if (!char.IsUpper(c) && !char.IsDigit(c))
                return false;
        }

        return underscores > 0 && underscores < value.Length && WordLikeness.Share(value) > 0.4;
    }

    // etcd-cluster-k8s, checkout-api-v2: a machine's keys and tokens are not made of words.
    private static bool IsKebab(ReadOnlySpan<char> value, CredentialName promise)
    {
        if (promise == CredentialName.Password || value.IndexOfAny("-_".AsSpan()) < 0)
            return false;
        int word = 0, digits = 0, words = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i == value.Length || value[i] is '-' or '_' or '.')
            {
                if (word is < 2 or > 14 || digits > 2)
                    return false;
                words++;
                (word, digits) = (0, 0);
                continue;
            }

            if (!char.IsLower(value[i]) && !char.IsDigit(value[i]))
                return false;
            word++;
            digits += char.IsDigit(value[i]) ? 1 : 0;
        }

        return words >= 2 && promise != CredentialName.Secret && WordLikeness.Share(value) > 0.4;
    }

    public static bool HasSpaces(ReadOnlySpan<char> value) => value.IndexOf(' ') >= 0;

    // Password = "Password", ["ApiKey"] = "api-key": the value is a name itself.
    private static bool EqualsName(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        // No name ends with an exclamation mark, and no label that asks for a password.
        if (name.Length == 0 || value[value.Length - 1] == '!')
            return false;
        var separator = name.LastIndexOfAny(":./".AsSpan());
        return SameLetters(name.Slice(separator + 1), value);
    }

    private static bool SameLetters(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < left.Length && !char.IsLetterOrDigit(left[i]))
                i++;
            while (j < right.Length && !char.IsLetterOrDigit(right[j]))
                j++;
            if (i == left.Length || j == right.Length)
                return i == left.Length && j == right.Length;
            if (char.ToLowerInvariant(left[i++]) != char.ToLowerInvariant(right[j++]))
                return false;
        }
    }

    private static bool IsProse(ReadOnlySpan<char> value, CredentialName promise)
    {
        // People type passwords in the letters that every keyboard has.
        if (IsOfAnotherScript(value))
            return true;
        int spaces = 0, letters = 0, odd = 0;
        foreach (var c in value)
        {
            if (c == ' ')
                spaces++;
            else if (char.IsLetter(c) || c is '\'' or ',' or '.' or '?' or '!' or ':' or '-')
                letters++;
            else
                odd++;
        }

        if (spaces == 0)
            return value[value.Length - 1] is ':' or '…' || value.EndsWith("...".AsSpan()) || (value[value.Length - 1] is '?' && odd == 0) || HasForeignLetters(value) && Strength.DistinctCharacters(value) == letters && value.Length < 24 && odd == 0 && char.IsUpper(value[0]);
        return spaces >= 5 || (spaces >= 2 && char.IsUpper(value[0])) || promise != CredentialName.Password || odd == 0 || char.IsUpper(value[0]) && value.IndexOf(' ') > 2 && letters > odd * 4;
    }

    /// <summary>
    /// Whether a value is a sentence that signs: <c>"Jwt:Key": "this is my secret key for authentication"</c>, <c>"AppSettings:Token": "my top secret key"</c>.
    /// Whatever is long enough does; under a name that may be of something else it has to say what it is.
    /// </summary>
    public static bool IsSentence(ReadOnlySpan<char> name, ReadOnlySpan<char> value, CredentialName promise, ValueSetting setting) =>
        setting is ValueSetting.Configuration or ValueSetting.DevelopmentConfiguration && value.Length >= 16 && HasSpaces(value)
        && (promise == CredentialName.CryptographicKey || (promise != CredentialName.Password && name.IndexOf(':') > 0 && SaysSecret(value)));

    /// <summary>Whether a value says of itself that it is a secret, and not that one is to be put in its place: <c>your client secret here, or use …</c></summary>
    public static bool SaysSecret(ReadOnlySpan<char> value) =>
        value.IndexOf("secret".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0 && value.IndexOf("your".AsSpan(), StringComparison.OrdinalIgnoreCase) < 0 && value.IndexOf(" here".AsSpan(), StringComparison.OrdinalIgnoreCase) < 0;

    private static bool IsOfAnotherScript(ReadOnlySpan<char> value)
    {
        var letters = 0;
        foreach (var c in value)
        {
            if (c is > ' ' and <= '\u024F')
                return false;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters > 0;
    }

    private static bool HasForeignLetters(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            if (c > 127 && char.IsLetter(c))
                return true;
        }

        return false;
    }

    // Paths, URLs, ARNs, settings' names, references to environment variables.
    private static bool IsReference(ReadOnlySpan<char> value, CredentialName promise)
    {
        // %kernel.project_dir%/config/jwt/private.pem: the key is in a file.
        if (value.IndexOfAny("/\\".AsSpan()) >= 0 && IsKeyFile(value))
            return true;
        // A character by its number, as style sheets have.
        if (value[0] == '\\' && value.Length <= 6)
            return true;
        if (value[0] is '/' or '~' or '\\' && value.Length > 2 && WordLikeness.Share(value) > 0.5 || value.StartsWith("./".AsSpan()) || value.StartsWith("../".AsSpan()) || value.StartsWith("arn:".AsSpan()) || value.StartsWith("unix:".AsSpan()))
            return true;
        if (value.IndexOf("://".AsSpan()) > 0 || (value.Length > 3 && value[1] == ':' && value[2] is '\\' or '/'))
            return true;
        if (value.StartsWith("HKLM:".AsSpan()) || value.StartsWith("HKCU:".AsSpan()) || value.StartsWith("HKEY_".AsSpan()))
            return true;
        if (value.StartsWith("env:".AsSpan(), StringComparison.OrdinalIgnoreCase) || value.StartsWith("process.env".AsSpan()) || value.StartsWith("os.environ".AsSpan()) || value.StartsWith("Environment.".AsSpan()))
            return true;
        // prod/payments/api/key, Acquirer:ClientSecret, SMTP_PASSWORD
        int slashes = 0, colons = 0, underscores = 0, lower = 0, digits = 0, other = 0;
        foreach (var c in value)
        {
            if (c == '/')
                slashes++;
            else if (c == ':')
                colons++;
            else if (c == '_')
                underscores++;
            else if (char.IsDigit(c))
                digits++;
            else if (char.IsLower(c))
                lower++;
            else if (!char.IsLetter(c) && c is not ('-' or '.'))
                other++;
        }

        if (other > 0 || MachineMade.IsSecretAccessKey(value))
            return false;
        var likeness = WordLikeness.Share(value);
        if ((slashes >= 1 || colons >= 1) && digits * 4 < value.Length && likeness > 0.55 && (slashes == 0 || slashes >= 2 || value.Length > 12 || (promise == CredentialName.Password && value.Length > 8 && digits + underscores == 0)))
            return true;
        if (value[0] is '-' or '/')
            return likeness > 0.5;
        return underscores > 0 && lower == 0 && digits * 3 < value.Length && likeness > 0.45;
    }

    private static bool IsKeyFile(ReadOnlySpan<char> value)
    {
        foreach (var ending in (ReadOnlySpan<string>)[".pem", ".key", ".crt", ".p12", ".pfx", ".jks", ".json", ".txt"])
        {
            if (value.EndsWith(ending.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

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

    // "NewPassword", "access_token", "api-key", "client_secret": names in a protocol or a form.
    private static bool IsMadeOfCredentialWords(ReadOnlySpan<char> name, ReadOnlySpan<char> value, CredentialName promise, ValueSetting setting)
    {
        var words = new NameWords(value);
        int known = 0, all = 0, letters = 0, own = 0, joining = 0;
        while (words.MoveNext())
        {
            all++;
            letters += words.Current.Length;
            if (Joining.Contains(words.Current))
                joining++;
            if (CredentialWords.Contains(words.Current))
                known++;
            else if (!NameParts.Contains(words.Current))
                own++;
        }

        if (all == 0)
            return true;
        // "SecretKeyThatMustBeOfMinimumLength": names have no sentence in them.
        if (joining >= 2 && value.Length >= 24)
            return false;
        // "Passwort", "Contraseña": a label, in whichever language. In small letters it may be the password itself.
        if (all == 1 && char.IsUpper(value[0]) && value[value.Length - 1] != '!' && NameVocabulary.Classify(value) is not null)
            return true;
        // In a configuration "harbor-registry-password" is what somebody typed for a password; in code it is a name. A secret's own name has hyphens.
        if (setting is ValueSetting.Configuration or ValueSetting.DevelopmentConfiguration && own >= 1 && (promise == CredentialName.Password || (promise is CredentialName.Secret or CredentialName.CryptographicKey && (value.IndexOf('-') < 0 || NameVocabulary.IsSharedSecret(name)))))
            return false;
        // A password that is the word itself ("secret", "password") is one; two words are a name.
        return all >= 2 && known >= 1 && HasNoDigits(value) && WordLikeness.Share(value) > 0.5 && letters + all >= value.Length && value.IndexOfAny("!@#$%^&*".AsSpan()) < 0;
    }

    private static bool HasNoDigits(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            if (char.IsDigit(c))
                return false;
        }

        return true;
    }

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

    // Resources.Password, Account.Login.Password, Validation_Password; squidex.admin.*
    private static bool IsDotted(ReadOnlySpan<char> value, CredentialName promise)
    {
        var dots = 0;
        foreach (var c in value)
        {
            if (c == '.')
                dots++;
            else if (!char.IsLetter(c) && c is not ('_' or '-' or '*'))
                return false;
        }

        return dots > 0 && WordLikeness.Share(value) > 0.5;
    }

    private static bool IsMarkup(ReadOnlySpan<char> value) => value[0] == '<' || value.IndexOf("</".AsSpan()) >= 0 || value[0] is '{' or '[' && value[value.Length - 1] is '}' or ']' && !Placeholders.EndsRandom(value);
}
