using System;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection;

/// <summary>What a name and a value together give away.</summary>
public static class NamedValue
{
    /// <summary>The shortest value that is looked at, in UTF-16 units.</summary>
    internal const int ShortestValue = 3;

    private const int LongestName = 200;
    private const int LongestValue = 4096;

    /// <summary>What a name promises about its value; null when it promises no credential. Allocates nothing.</summary>
    public static CredentialName? Classify(ReadOnlySpan<char> name) => name.Length is 0 or > LongestName ? null : NameClassifier.Classify(name);

    /// <summary>Whether a name is worth a look at its value. Allocates nothing.</summary>
    internal static bool MayNameCredential(ReadOnlySpan<char> name) => name.Length is > 0 and <= LongestName && (NameClassifier.Classify(name) is not null || NameClassifier.IsSomeKey(name));

    /// <summary>Whether a value could be a credential under any name at all: a cheap test before a name is looked for.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> value)
    {
        var trimmed = value.Trim();
        return trimmed.Length is >= ShortestValue and <= LongestValue && !Placeholders.Is(trimmed) && !ValueShape.IsSomethingElse(default, trimmed, CredentialName.Password);
    }

    /// <summary>Judges a value under a name; null when it is no credential.</summary>
    /// <param name="name">The name: of a variable, a key, a parameter, with whatever stands before it.</param>
    /// <param name="value">The value.</param>
    /// <param name="setting">Where they stand.</param>
    public static CredentialMatch? Judge(string name, ReadOnlySpan<char> value, ValueSetting setting)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        if (value.Length <= LongestValue && VariableDefault.Find(value) is { } fallback)
            return Judge(name, value.Slice(fallback.Start, fallback.Length), setting)?.Shift(fallback.Start);
        if (value.Length <= LongestValue && Wrapped(value) is { Length: > 0 } wrapped)
            return Judge(name, value.Slice(wrapped.Start, wrapped.Length), setting)?.Shift(wrapped.Start);
        if (NameClassifier.IsUserInformation(name.AsSpan()))
            return value.IndexOf(':') is > 0 and var colon && !Placeholders.Is(value) ? Judge("password", value.Slice(colon + 1), setting)?.Shift(colon + 1) : null;
        if (Classify(name.AsSpan()) is not { } promise)
            return JudgeSomeKey(name, value, setting);
        if (promise == CredentialName.ConnectionString)
            return null;

        var trimmed = value.Trim();
        if (trimmed.Length is < ShortestValue or > LongestValue)
            return null;
        if (!WeakCredentials.Is(trimmed, promise, setting) && !MachineMade.IsScrambled(trimmed) && (Placeholders.Is(trimmed) || ValueShape.IsSomethingElse(name.AsSpan(), trimmed, promise, setting)))
            return null;
        if (Examples.IsDocumented(trimmed) && trimmed.Length > 12 || Examples.IsEmulatorKey(trimmed))
            return null;

        var confidence = Examples.IsMadeUp(trimmed) ? CredentialConfidence.Low : Strength.Confidence(trimmed);
        if (!IsEnough(promise, trimmed, confidence, setting) && !Prose.IsSentence(name.AsSpan(), trimmed, promise, setting))
            return null;
        if (setting is ValueSetting.TestCode && confidence < CredentialConfidence.High)
            return null;
        // --auth IndividualB2C
        if (confidence < CredentialConfidence.High && NameClassifier.IsAuthentication(name.AsSpan()) && WordLikeness.Share(trimmed) > 0.5)
            return null;
        // 'passwords' => 'customers': which there are, and not one of them.
        if (confidence == CredentialConfidence.Low && name.EndsWith("passwords", StringComparison.OrdinalIgnoreCase))
            return null;
        // secrets=first1,second2; secrets: "github-pat-of-a-bot": their names.
        if (confidence < CredentialConfidence.High && name.EndsWith("secrets", StringComparison.OrdinalIgnoreCase) && (trimmed.IndexOf(',') > 0 || (trimmed.IndexOf('-') > 0 && WordLikeness.Share(trimmed) > 0.5)))
            return null;

        var start = value.Length - value.TrimStart().Length;
        return new(
            promise == CredentialName.Password ? "generic-password" : promise == CredentialName.CryptographicKey ? "generic-key" : "generic-secret",
            promise == CredentialName.CryptographicKey ? CredentialKind.CryptographicKey : CredentialKind.NamedValue,
            start,
            trimmed.Length,
            confidence,
            Reason(name, promise, confidence));
    }

    /// <summary>Where the credential stands when what it is kept by is written around it: <c>{noop}…</c> of Spring Security, <c>{AQAAABAAA …}</c> as logs of Jenkins have it.</summary>
    /// <remarks>https://docs.spring.io/spring-security/reference/features/authentication/password-storage.html#authentication-password-storage-dpe</remarks>
    private static (int Start, int Length) Wrapped(ReadOnlySpan<char> value)
    {
        const string Plain = "{noop}";
        if (value.Length < 4 || value[0] != '{')
            return default;
        if (value.StartsWith(Plain.AsSpan()))
            return (Plain.Length, value.Length - Plain.Length);
        var space = value.LastIndexOf(' ');
        return value[value.Length - 1] == '}' && space > 0 && value.Slice(0, space).EndsWith("AQAAABAAA".AsSpan()) ? (space + 1, value.Length - space - 2) : default;
    }

    // "weather_key" in a configuration file: the value alone has to say that a machine made it.
    private static CredentialMatch? JudgeSomeKey(string name, ReadOnlySpan<char> value, ValueSetting setting)
    {
        var trimmed = value.Trim();
        if (!(setting.IsConfiguration() || setting == ValueSetting.LooseText) || trimmed.Length is < 20 or > 128 || !NameClassifier.IsSomeKey(name.AsSpan()))
            return null;
        // "TokenKey": "super secret unguessable key"
        if (Prose.IsSentence(name.AsSpan(), trimmed, CredentialName.CryptographicKey, setting) && Prose.SaysSecret(trimmed) && !Placeholders.Is(trimmed))
            return new("generic-key", CredentialKind.CryptographicKey, value.IndexOf(trimmed[0]), trimmed.Length, CredentialConfidence.Low, Reason(name, CredentialName.CryptographicKey, CredentialConfidence.Low));
        if (!Strength.IsRandom(trimmed) || Placeholders.Is(trimmed) || ValueShape.HoldsGuid(trimmed) || ValueShape.IsSomethingElse(name.AsSpan(), trimmed, CredentialName.Token, setting) || Examples.IsDocumented(trimmed))
            return null;
        var start = value.Length - value.TrimStart().Length;
        return new("generic-secret", CredentialKind.NamedValue, start, trimmed.Length, CredentialConfidence.Medium, Reason(name, CredentialName.Token, CredentialConfidence.High));
    }

    /// <summary>Whether user and password are the words that documentation has for them: <c>"username", "password"</c>.</summary>
    /// <param name="user">The user's name.</param>
    /// <param name="password">The password.</param>
    public static bool IsExample(ReadOnlySpan<char> user, ReadOnlySpan<char> password) => Examples.IsExampleUser(user, password);

    /// <summary>Judges what stands at a place of a text where a command or a language takes a password; null when it is none.</summary>
    internal static CredentialMatch? JudgePassword(ReadOnlySpan<char> text, int start, int length, string format, string reason, ValueSetting setting = ValueSetting.SourceCode) =>
        Judge("password", text.Slice(start, length), setting) is { } match
            ? new(format, CredentialKind.NamedValue, start + match.Start, match.Length, match.Confidence, reason)
            : null;

    private static bool IsEnough(CredentialName promise, ReadOnlySpan<char> value, CredentialConfidence confidence, ValueSetting setting)
    {
        if (setting == ValueSetting.Documentation)
            return confidence == CredentialConfidence.High;
        if (setting == ValueSetting.LooseText)
            return confidence == CredentialConfidence.High || IsEnoughInProse(promise, value);
        return promise switch
        {
            // People choose passwords: a plain word is one too.
            CredentialName.Password => true,
            CredentialName.Secret => confidence > CredentialConfidence.Low || !Prose.HasSpaces(value),
            CredentialName.CryptographicKey => value.Length >= 8 && (!Prose.HasSpaces(value) || MachineMade.IsScrambled(value) || setting.IsConfiguration()),
            // A machine made it, or it is none.
            _ => confidence == CredentialConfidence.High || (confidence == CredentialConfidence.Medium && value.Length >= 10 && WordLikeness.Share(value) < 0.7 && !Strength.IsOfPieces(value))
                || (setting.IsConfiguration() && value.Length >= 8 && Strength.IsMixed(value))
                || (setting != ValueSetting.TestCode && value.Length >= 16 && Strength.IsMixed(value) && Examples.IsMadeUp(value)),
        };
    }

    // People choose passwords and secrets; a machine's token has digits. "secret name=value" is a command's.
    private static bool IsEnoughInProse(CredentialName promise, ReadOnlySpan<char> value)
    {
        var isChosen = promise is CredentialName.Password or CredentialName.Secret;
        return value.Length >= (isChosen ? 8 : 12) && (Strength.IsMixed(value) || value.Length >= 32) && !Prose.HasSpaces(value) && value.TrimEnd('=').IndexOf('=') < 0
            && (isChosen || (value.IndexOfAny("0123456789".AsSpan()) >= 0 && (value.Length >= 16 || WordLikeness.Share(value) < 0.5)));
    }

    private static string Reason(string name, CredentialName promise, CredentialConfidence confidence)
    {
        var shown = name.Length <= 60 ? name : name.Substring(name.Length - 60);
        var kind = promise switch
        {
            CredentialName.Password => "a password",
            CredentialName.Token => "an access token or key",
            CredentialName.CryptographicKey => "a cryptographic key",
            _ => "a secret",
        };
        var look = confidence switch
        {
            CredentialConfidence.High => "looks random",
            CredentialConfidence.Medium => "mixes letters with digits or marks",
            _ => "is written out",
        };
        return $"the name '{shown}' says {kind}, and the value {look}";
    }
}
