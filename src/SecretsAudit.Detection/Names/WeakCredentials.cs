using System;

namespace SecretsAudit.Detection.Names;

/// <summary>Values that nobody could call a credential, were they not where a program reads them: <c>POSTGRES_PASSWORD=example</c>, <c>"secret": "secret"</c>.</summary>
internal static class WeakCredentials
{
    // A developer's machine has these; elsewhere they stand for a password that is yet to come.
    private static readonly WordSet Passwords = new("password", "passwd", "pass", "secret", "changeme", "changeit", "example", "test", "default", "root", "admin", "guest", "foobar");

    // Of those, what a configuration that is no developer's has for an example.
    private static readonly WordSet ExamplesElsewhere = new("example", "test", "default", "foobar");

    private static readonly WordSet Secrets = new("mysecret", "mysecretkey");

    /// <summary>Whether a value is one, for what its name promises and where it stands.</summary>
    public static bool Is(ReadOnlySpan<char> value, CredentialName promise, ValueSetting setting) =>
        IsOfZeros(value, promise) || setting.IsConfiguration() && promise switch
        {
            CredentialName.Password => IsYours(value) || IsMine(value) || (Passwords.Contains(value) && IsOfSmallLetters(value) && (setting == ValueSetting.DevelopmentConfiguration || !ExamplesElsewhere.Contains(value))),
            // {"clientId": "shop", "secret": "secret"}
            CredentialName.Secret => value.SequenceEqual("secret".AsSpan()) || Secrets.Contains(value),
            CredentialName.CryptographicKey => Secrets.Contains(value),
            _ => false,
        };

    // As 123456, of those that are chosen most. Longer ones stand for a number that there is not yet.
    private static bool IsOfZeros(ReadOnlySpan<char> value, CredentialName promise) => promise == CredentialName.Password && value.SequenceEqual("000000".AsSpan());

    /// <summary>Whether a value is <c>Your_password123</c> of SQL Server's documentation: it takes none that is simpler, so this is the one in use.</summary>
    public static bool IsYours(ReadOnlySpan<char> value)
    {
        if (!value.StartsWith("Your".AsSpan()))
            return false;
        bool lower = false, digit = false;
        foreach (var c in value)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '!' or '@' or '#' or '$' or '.'))
                return false;
            lower |= char.IsLower(c);
            digit |= char.IsDigit(c);
        }

        return lower && digit;
    }

    // MyCertificatePassword: in one word, which no object's name is.
    private static bool IsMine(ReadOnlySpan<char> value)
    {
        const string Password = "Password";
        if (value.Length < "MyPassword".Length || !value.StartsWith("My".AsSpan()) || !value.EndsWith(Password.AsSpan()))
            return false;
        foreach (var c in value)
        {
            if (!char.IsLetter(c))
                return false;
        }

        return true;
    }

    private static bool IsOfSmallLetters(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            if (!char.IsLower(c))
                return false;
        }

        return true;
    }
}
