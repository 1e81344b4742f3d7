using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>Tells a constant that holds a name, a code or a flag from one that holds a credential, by what its own name and its text share.</summary>
internal static class NameText
{
    private const int ShortestPart = 8;
    private const int LeastAlphabet = 16;

    // RFC 8176: how a user has signed in.
    private static readonly HashSet<string> SignInMethods = new(StringComparer.Ordinal) { "pwd", "otp", "pin", "mfa", "pw", "sms", "swk", "hwk" };

    /// <summary>Whether a text names a thing rather than being its value.</summary>
    /// <param name="name">The name of what holds the text.</param>
    /// <param name="text">The text.</param>
    public static bool IsName(string name, string text) =>
        SignInMethods.Contains(text) || text.EndsWith("+jwt", StringComparison.Ordinal) || IsMessageCode(text) || IsPartOf(name, text) || SharesWords(name, text);

    /// <summary>The letters in their order, also without those that look alike: what passwords are drawn from.</summary>
    public static bool IsAlphabet(string text) => text.IndexOf("abcdefghijklmnop", StringComparison.OrdinalIgnoreCase) >= 0 || text is "0123456789" || (text.Length >= LeastAlphabet && IsInOrder(text));

    private static bool IsInOrder(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] <= text[i - 1] || !char.IsLetter(text[i]))
                return false;
        }

        return true;
    }

    // ERR1042, CS0103: the number of a message or a rule.
    private static bool IsMessageCode(string text)
    {
        var letters = text.TakeWhile(static unit => unit is >= 'A' and <= 'Z').Count();
        return letters is >= 2 and <= 6 && text.Length - letters is >= 3 and <= 5 && text.Skip(letters).All(static unit => unit is >= '0' and <= '9');
    }

    // HostWebClientKey = "hostwebclient"
    private static bool IsPartOf(string name, string text) =>
        text.Length >= ShortestPart && text.Length < name.Length && name.StartsWith(text, StringComparison.OrdinalIgnoreCase);

    // DeviceAuthKey = "pm-27581-device-auth-key", ClientHashedPassword = "password_hash", DisablePackageValidationKey = "disableCliPackageValidation"
    private static bool SharesWords(string name, string text)
    {
        if (text.Length > 80 || (!IsDivided(text) && !IsHumped(text)))
            return false;

        var shared = 0;
        var other = 0;
        foreach (var word in Words(text))
        {
            if (word.Length >= 3 && name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                shared++;
            else if (word.Any(static unit => unit is >= '0' and <= '9') && word.Length > 6)
                return false;
            else if (word.Length >= 3)
                other++;
        }

        // "s3-password": what is in the name, and nothing else that is long enough to be a word.
        return shared >= 2 ? shared >= other : shared == 1 && other == 0 && IsDivided(text);
    }

    private static bool IsDivided(string text) => text.IndexOfAny(['-', '_']) > 0 && text.All(static unit => unit is >= 'a' and <= 'z' or >= '0' and <= '9' or '-' or '_');

    // packageValidation: at least two words, and nothing but letters.
    private static bool IsHumped(string text) => text.Length > 0 && text[0] is >= 'a' and <= 'z' && text.All(static unit => unit is >= 'a' and <= 'z' or >= 'A' and <= 'Z') && text.Any(char.IsUpper);

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] is not ('-' or '_' or >= 'A' and <= 'Z'))
                continue;
            yield return text.Substring(start, at - start);
            start = at < text.Length && text[at] is '-' or '_' ? at + 1 : at;
        }
    }
}
