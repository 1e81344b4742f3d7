using System;
using static SecretsAudit.Detection.Names.NameVocabulary;

namespace SecretsAudit.Detection.Names;

/// <summary>Tells from a name's words whether it is a credential's, and which.</summary>
internal static class NameClassifier
{
    private const int LongestService = 32;

    /// <summary>What a name promises; null when it promises no credential.</summary>
    public static CredentialName? Classify(ReadOnlySpan<char> name)
    {
        if (SaltsOfPages.Contains(name))
            return CredentialName.CryptographicKey;
        var words = new NameWords(Head(name));
        if (!words.MoveNext())
            return null;
        if (IsUserInformation(name))
            return CredentialName.Password;

        // Numbers and fillers at the end: password2, ApiKeyValue, PasswordDev.
        var word = words.Current;
        while (Fillers.Contains(word) || IsNumber(word))
        {
            var filler = word;
            if (!words.MoveNext())
                return null;
            word = words.Current;
            if (Others.Contains(filler) && !IsCredential(word) && !Equal(word, "key") && !Fillers.Contains(word))
                return null;
        }

        // A grant of OAuth: what the resource's owner knows.
        if (Equal(word, "password") && words.PeekNext(out var owner) && Equal(owner, "owner"))
            return null;
        // TYPE_PASSWORD, GrantTypePassword: one kind of several.
        if (words.PeekNext(out var sort) && (Equal(sort, "type") || Equal(sort, "kind")))
            return null;
        // A compiler's first pass, a renderer's single pass.
        if (Equal(word, "pass") && words.PeekNext(out var before) && Passes.Contains(before))
            return null;
        if (Passwords.Contains(word) || EndsWithPassword(word))
            return Negated(words) || (Equal(word, "pass") && IsOfSteps(words)) ? null : words.PeekNext(out var state) && Equal(state, "encrypted") ? CredentialName.Token : CredentialName.Password;
        if (Tokens.Contains(word) || EndsWithOwned(word, "apikey") || EndsWithOwned(word, "accesstoken") || EndsWithOwned(word, "authtoken"))
            return AfterToken(words, word);
        if (Credentials.Contains(word))
            return Negated(words) ? null : CredentialName.Token;
        if (CryptographicKeys.Contains(word))
            return CredentialName.CryptographicKey;
        // Charts take the name of a secret that exists.
        if (Secrets.Contains(word) || EndsWithOwned(word, "secretkey") || (EndsWithOwned(word, "secret") && !EndsWithObject(word)))
            return Negated(words) || (words.PeekNext(out var kind) && SecretObjects.Contains(kind)) ? null : CredentialName.Secret;
        if (Equal(word, "key") || Equal(word, "keys"))
            return KeyOf(words, name.EndsWith(":Key".AsSpan(), StringComparison.OrdinalIgnoreCase));
        if (Equal(word, "string") || Equal(word, "connectionstring") || Equal(word, "connstr") || Equal(word, "connstring"))
            return CredentialName.ConnectionString;
        // A registry's "auth": user and password, or a token. In longer names it is a kind of authentication.
        if (Equal(word, "auth") && !words.MoveNext())
            return CredentialName.Token;
        // sonar.login takes a token.
        if (Equal(word, "login") && words.PeekNext(out var tool) && tool.EndsWith("sonar".AsSpan(), StringComparison.OrdinalIgnoreCase))
            return CredentialName.Token;
        // PassWord, DefaultPassPhrase, passCode
        if ((Equal(word, "word") || Equal(word, "phrase") || Equal(word, "code")) && words.MoveNext() && Equal(words.Current, "pass"))
            return Negated(words) || IsOfSteps(words) ? null : CredentialName.Password;
        // VAULT_DEV_ROOT_TOKEN_ID: what a vault's first token shall be. Who starts one for development chooses it.
        if (Equal(word, "id") && words.MoveNext() && Equal(words.Current, "token") && words.MoveNext() && Equal(words.Current, "root"))
            return CredentialName.Password;
        return null;
    }

    /// <summary>Whether a name is "auth" alone: what a registry's client keeps, or which kind of authentication it is.</summary>
    public static bool IsAuthentication(ReadOnlySpan<char> name) => new NameWords(name) is var words && words.MoveNext() && Equal(words.Current, "auth") && !words.MoveNext();

    // clientIdForAuth: what stands before "for" is the thing, and what stands behind it its purpose.
    private static ReadOnlySpan<char> Head(ReadOnlySpan<char> name)
    {
        const string For = "For";
        var at = name.IndexOf(For.AsSpan());
        return at > 0 && at + For.Length < name.Length && char.IsLower(name[at - 1]) && char.IsUpper(name[at + For.Length]) ? name.Slice(0, at) : name;
    }

    /// <summary>Whether the name is some key's or token's of which one cannot tell whether it opens anything: <c>weather_key</c>, <c>impalaKey</c>, <c>MY_PAT</c>. What stands under it decides.</summary>
    public static bool IsSomeKey(ReadOnlySpan<char> name)
    {
        var words = new NameWords(name);
        return words.MoveNext() && (Equal(words.Current, "pat") || Equal(words.Current, "key") && words.MoveNext() && words.Current.Length > 2 && !Equal(words.Current, "api") && !OtherKeys.Contains(words.Current) && !Others.Contains(words.Current));
    }

    /// <summary>Whether a name is of a secret that two parties share, which is no object by that name: <c>OIDC_CLIENT_SECRET</c>, <c>jwtSecret</c>.</summary>
    public static bool IsSharedSecret(ReadOnlySpan<char> name)
    {
        const string Secret = "secret";
        var words = new NameWords(name);
        if (!words.MoveNext() || !words.Current.EndsWith(Secret.AsSpan(), StringComparison.OrdinalIgnoreCase))
            return false;
        var attribute = words.Current.Slice(0, words.Current.Length - Secret.Length);
        return SharedAttributes.Contains(attribute.Length == 0 && words.MoveNext() ? words.Current : attribute);
    }

    // PGPASSWORD, redispassword: of one case, whoever's password it is.
    private static bool EndsWithPassword(ReadOnlySpan<char> word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["password", "passwd"])
        {
            if (word.Length > ending.Length && word.EndsWith(ending.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return !PasswordFlags.Contains(word.Slice(0, word.Length - ending.Length));
        }

        return false;
    }

    // ADMINCLIENTSECRET, GOOGLEAPIKEY: the same of other credentials.
    private static bool EndsWithOwned(ReadOnlySpan<char> word, string ending) =>
        word.Length >= ending.Length + 2 && word.EndsWith(ending.AsSpan(), StringComparison.OrdinalIgnoreCase) && !PasswordFlags.Contains(word.Slice(0, word.Length - ending.Length));

    // imagepullsecret, topsecret
    private static bool EndsWithObject(ReadOnlySpan<char> word)
    {
        var attribute = word.Slice(0, word.Length - "secret".Length);
        foreach (var ending in (ReadOnlySpan<string>)["existing", "pull", "tls", "ssl", "top", "non"])
        {
            if (attribute.EndsWith(ending.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether what stands under a name is a user and a password with a colon between them: <c>basic.auth.user.info</c> of Confluent's clients.</summary>
    public static bool IsUserInformation(ReadOnlySpan<char> name) =>
        name.Length >= "auth.user.info".Length && name.EndsWith("info".AsSpan(), StringComparison.OrdinalIgnoreCase) && new NameWords(name) is var words
        && words.MoveNext() && words.MoveNext() && Equal(words.Current, "user") && words.MoveNext() && Equal(words.Current, "auth");

    private static CredentialName? KeyOf(NameWords words, bool isSetting)
    {
        if (!words.MoveNext())
            return null;
        var before = words.Current;
        // JwtSettings:Key
        while (Sections.Contains(before) && words.MoveNext())
            before = words.Current;
        if (SecretKeyAttributes.Contains(before))
            return Negated(words) ? null : CredentialName.Secret;
        // Token:Key, Tokens:Key: what tokens are signed with. A "TokenKey" is a name under which one is kept.
        if (CipherKeyAttributes.Contains(before) || (isSetting && (Equal(before, "token") || Equal(before, "tokens") || Equal(before, "bearer"))))
            return CredentialName.CryptographicKey;
        if (Equal(before, "instrumentation"))
            return null;
        // A secret access key is S3's secret, which people choose on their own machines; an access key's id is not.
        if (Equal(before, "access") && words.MoveNext() && Equal(words.Current, "secret"))
            return CredentialName.Secret;
        // PUBLIC_API_KEY: who may see it, the name says.
        if (Equal(before, "api") && words.PeekNext(out var whose) && Equal(whose, "public"))
            return null;
        return TokenKeyAttributes.Contains(before) || IsService(before, words) ? CredentialName.Token : null;
    }

    // GITHUB_KEY, GitHubKey, open_ai_key: a service's name in one word or in two.
    private static bool IsService(ReadOnlySpan<char> word, NameWords before)
    {
        if (ServiceNames.All.Contains(word))
            return true;
        Span<char> name = stackalloc char[LongestService];
        if (!before.MoveNext() || before.Current.Length + word.Length > name.Length)
            return false;
        before.Current.CopyTo(name);
        word.CopyTo(name.Slice(before.Current.Length));
        return ServiceNames.All.Contains(name.Slice(0, before.Current.Length + word.Length));
    }

    private static CredentialName? AfterToken(NameWords words, ReadOnlySpan<char> word)
    {
        if (!words.MoveNext())
            return Equal(word, "pat") || Equal(word, "bearer") ? null : CredentialName.Token;
        // PublicKeyToken is an assembly's.
        if (Equal(words.Current, "key") && words.MoveNext() && Equal(words.Current, "public"))
            return null;
        return OtherTokens.Contains(words.Current) || Pretended.Contains(words.Current) || (Equal(word, "pat") && !Equal(words.Current, "devops") && !Equal(words.Current, "ado") && !IsService(words.Current, words)) ? null : CredentialName.Token;
    }

    // By the first word of the name, or by the one before.
    private static bool Negated(NameWords words)
    {
        if (words.PeekNext(out var before) && Negations.Contains(before))
            return true;
        ReadOnlySpan<char> first = default;
        while (words.MoveNext())
            first = words.Current;
        return Negations.Contains(first) || Pretended.Contains(first);
    }

    // FirstPass, RenderPass, LowPass: a pass over something.
    private static bool IsOfSteps(NameWords words) => words.MoveNext() && Steps.Contains(words.Current);

    private static bool IsCredential(ReadOnlySpan<char> word) => Passwords.Contains(word) || Tokens.Contains(word) || Secrets.Contains(word) || CryptographicKeys.Contains(word);

    private static bool IsNumber(ReadOnlySpan<char> word) => word.Trim("0123456789".AsSpan()).Length == 0;

    private static bool Equal(ReadOnlySpan<char> word, string other) => word.Equals(other.AsSpan(), StringComparison.OrdinalIgnoreCase);
}
