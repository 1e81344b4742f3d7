using System;

namespace SecretsAudit.Detection.Names;

/// <summary>Values that are written for people: labels, messages, sentences.</summary>
internal static class Prose
{
    public static bool Is(ReadOnlySpan<char> value, CredentialName promise)
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

    public static bool HasSpaces(ReadOnlySpan<char> value) => value.IndexOf(' ') >= 0;

    /// <summary>
    /// Whether a value is a sentence that signs: <c>"Jwt:Key": "this is my secret key for authentication"</c>, <c>"AppSettings:Token": "my top secret key"</c>.
    /// Whatever is long enough does; under a name that may be of something else it has to say what it is.
    /// </summary>
    public static bool IsSentence(ReadOnlySpan<char> name, ReadOnlySpan<char> value, CredentialName promise, ValueSetting setting) =>
        setting.IsConfiguration() && value.Length >= 16 && HasSpaces(value)
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
}
