using System;

namespace SecretsAudit.Detection.Names;

/// <summary>Values that are names themselves: of a variable, a field, an option, a thing that has a credential.</summary>
internal static class SelfNames
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

    /// <summary>Whether a value is a name by how it is written.</summary>
    public static bool Is(ReadOnlySpan<char> name, ReadOnlySpan<char> value, CredentialName promise, ValueSetting setting) =>
        EqualsName(name, value) || (setting.IsCode() && Abbreviations.Contains(value)) || IsKebab(value, promise)
        || (promise != CredentialName.Password && IsVariableName(value)) || IsDotted(value);

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

    /// <summary>Whether a value is made of credentials' words: <c>NewPassword</c>, <c>access_token</c>, <c>api-key</c>, names in a protocol or a form.</summary>
    public static bool IsMadeOfCredentialWords(ReadOnlySpan<char> name, ReadOnlySpan<char> value, CredentialName promise, ValueSetting setting)
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
        if (all == 1 && char.IsUpper(value[0]) && value[value.Length - 1] != '!' && NameClassifier.Classify(value) is not null)
            return true;
        // In a configuration "harbor-registry-password" is what somebody typed for a password; in code it is a name. A secret's own name has hyphens.
        if (setting.IsConfiguration() && own >= 1 && (promise == CredentialName.Password || (promise is CredentialName.Secret or CredentialName.CryptographicKey && (value.IndexOf('-') < 0 || NameClassifier.IsSharedSecret(name)))))
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

    // Resources.Password, Account.Login.Password, Validation_Password; squidex.admin.*
    private static bool IsDotted(ReadOnlySpan<char> value)
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
}
