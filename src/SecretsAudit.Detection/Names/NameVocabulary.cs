using System;
using System.Collections.Generic;

namespace SecretsAudit.Detection.Names;

/// <summary>The words that make a name a credential's, and those that make it something else's.</summary>
internal static class NameVocabulary
{
    private const int LongestService = 32;

    // English, German, Dutch, French, Spanish, Portuguese, Italian, Polish, Swedish, Danish and Norwegian, Finnish, Turkish, Russian, Chinese, Japanese, Korean.
    private static readonly WordSet Passwords = new(
        "password", "passwords", "passwd", "passwrd", "pswd", "psswd", "pwd", "pw", "pass", "passphrase", "passcode", "userpass", "storepass", "keypass", "requirepass", "masterauth", "dbpass", "dbpwd", "rpcpass", "adminpass", "rootpass", "mysqlpass", "pgpass", "sqlpass", "smtppass", "mailpass", "ftppass", "sshpass", "ldappass", "bindpass", "redispass", "proxypass", "sudopass", "passwort", "passwoerter", "kennwort", "wachtwoord", "motdepasse", "mdp", "contrasena", "contraseña", "clave", "senha", "parola",
        "haslo", "hasło", "losenord", "lösenord", "adgangskode", "passord", "salasana", "sifre", "şifre", "parol", "пароль", "密码", "パスワード", "비밀번호");

    // In one word with "password" they make a flag, a label, or a file of hashes: "forgotpassword", "htpasswd".
    private static readonly WordSet PasswordFlags = new("forgot", "reset", "change", "has", "is", "no", "show", "hide", "with", "without", "missing", "invalid", "wrong", "enter", "require", "need", "allow", "lost", "ht");

    private static readonly WordSet Tokens = new("token", "tokens", "apikey", "apikeys", "apitoken", "auth", "authtoken", "accesstoken", "bottoken", "apptoken", "usertoken", "refreshtoken", "oauthtoken", "bearertoken", "bearer", "accesskey", "authkey", "jwt", "pat", "appkey", "accountkey", "sharedkey", "subscriptionkey");

    private static readonly WordSet Secrets = new("secret", "secrets", "clientsecret", "appsecret", "secretkey", "geheimnis", "apisecret", "jwtsecret", "cookiesecret", "sessionsecret", "webhooksecret", "oauthsecret", "tokensecret", "secretaccesskey", "consumersecret", "sharedsecret", "privatekey");

    // What "credentials" are is a machine's token, or the name of a thing that has them: "windows", "registry-of-releases".
    private static readonly WordSet Credentials = new("credential", "credentials", "creds");

    private static readonly WordSet CryptographicKeys = new("encryptionkey", "signingkey", "aeskey", "deskey", "hmackey", "cryptokey", "cipherkey", "masterkey", "machinekey", "validationkey", "decryptionkey", "jwtkey");

    // Before "key": which kind of key it is. A "key" alone is a dictionary's.
    private static readonly WordSet TokenKeyAttributes = new(
        "api", "access", "account", "auth", "authorization", "shared", "subscription", "app", "storage", "function", "service", "instrumentation", "license", "licence", "registration", "ingestion", "tracking", "write", "client");

    private static readonly WordSet SecretKeyAttributes = new("secret", "private", "secure");

    private static readonly WordSet CipherKeyAttributes = new("encryption", "encrypt", "decryption", "decrypt", "signing", "sign", "signature", "master", "aes", "des", "rijndael", "hmac", "crypto", "cipher", "symmetric", "security", "machine", "validation", "jwt", "rsa", "session");

    // Behind the credential's word: the name is of something about it.
    private static readonly WordSet Others = new(
        "name", "names", "id", "ids", "identifier", "hint", "hints", "question", "answer", "policy", "policies", "length", "len", "min", "max", "count", "size", "url", "uri", "urls", "link", "endpoint", "endpoints",
        "path", "file", "files", "filename", "folder", "directory", "dir", "field", "fields", "label", "labels", "placeholder", "text", "title", "caption", "header", "headers", "message", "messages", "msg", "error", "errors",
        "exception", "format", "regex", "pattern", "validator", "validation", "rule", "rules", "type", "types", "kind", "expiry", "expires", "expiration", "expired", "expire", "lifetime", "ttl", "age", "timeout", "duration", "interval", "days", "hours", "minutes",
        "seconds", "hash", "hashed", "hasher", "hashes", "digest", "salt", "checksum", "prefix", "suffix", "parameter", "parameters", "param", "params", "prop", "property", "properties", "column", "claim", "claims", "claimtype",
        "scope", "scopes", "provider", "providers", "manager", "service", "services", "handler", "factory", "store", "cache", "source", "generator", "reset", "recovery", "change", "changed", "required", "enabled", "disabled", "allowed",
        "supported", "invalid", "missing", "wrong", "mismatch", "expected", "empty", "incorrect", "success", "failed", "failure", "strength", "score", "level", "mode", "method", "algorithm", "alg", "scheme", "flow", "grant", "issuer", "audience",
        "version", "versions", "arn", "ref", "reference", "setting", "settings", "config", "configuration", "option", "options", "section", "category", "display", "description", "tooltip", "help", "info", "status", "state", "event",
        "action", "command", "button", "page", "view", "form", "dialog", "template", "input", "control", "box", "textbox", "attribute", "attributes", "tag", "variable", "var", "env", "constant", "index", "position", "offset",
        "kid", "char", "chars", "character", "characters", "alphabet", "complexity", "requirement", "requirements", "history", "attempts", "retries", "limit", "quota", "table", "schema", "entity", "model", "dto", "request", "response", "result", "class", "namespace",
        "test", "tests", "example", "sample", "user", "username", "login", "email", "owner", "host", "port", "region", "vault", "client", "clients", "builder", "reader", "writer", "parser", "serializer", "converter", "helper", "context", "operation", "purpose", "usage",
        "pair", "pairs", "ring", "size", "bits", "iv", "thumbprint", "fingerprint", "usages", "value", "values", "list", "set", "map", "dictionary", "array", "collection", "cancellation", "callback", "listener", "filter", "replacement");

    // These say nothing: the word before them is the one that counts.
    private static readonly WordSet Fillers = new("value", "values", "string", "str", "text", "plain", "plaintext", "clear", "cleartext", "raw", "default", "current", "new", "old", "fallback", "data", "base", "b64", "hex", "enc", "utf", "bytes", "prod", "production", "dev", "development", "staging", "qa", "uat", "local", "live", "primary", "secondary", "main", "backup", "wo", "in");

    private static readonly WordSet Passes = new("first", "second", "third", "last", "next", "single", "one", "two", "multi", "render", "shadow", "depth", "blur", "forward", "final", "low", "high", "band", "all", "by", "boarding", "season", "did", "should", "must", "test", "tests", "not");

    // Keys of dictionaries, tables, caches and pages.
    private static readonly WordSet OtherKeys = new(
        "public", "pub", "apt", "gpg", "pgp", "primary", "foreign", "cache", "partition", "sort", "row", "object", "bucket", "resource", "translation", "i18n", "locale", "group", "unique", "composite", "lookup", "routing", "idempotency", "site", "publishable", "track",
        "instrumentation", "registry", "hot", "shortcut", "storage", "sequence", "natural", "surrogate", "schema", "shard", "hash", "range", "query", "search", "order", "item", "feature", "flag", "product", "license", "localization", "string", "theme",
        "style", "brush", "color", "data", "dictionary", "query", "react", "list", "parent", "child", "node", "element", "using", "with", "the", "this", "each", "for", "found", "image", "icon", "video", "audio", "project", "issue", "metric", "label", "tag", "kms", "cmk", "host", "known", "integrity");

    // Tokens of languages, networks and pages, not of access.
    private static readonly WordSet OtherTokens = new("cancellation", "syntax", "csrf", "xsrf", "antiforgery", "requestverification", "verification", "page", "next", "continuation", "sync", "design", "metadata", "public", "stop", "parse", "parser", "end", "start", "open", "close", "begin", "replace", "change", "json", "separator", "delimiter", "keyword", "operator", "literal", "identifier", "unit", "max", "total", "prompt", "completion", "skip", "postman", "authenticity", "release");

    // An object of Kubernetes, by its name: existingSecret, imagePullSecret, tlsSecret.
    private static readonly WordSet SecretObjects = new("existing", "pull", "tls", "ssl", "from", "encrypted");

    // Before "secret", in one word with it or in their own.
    private static readonly WordSet SharedAttributes = new("client", "app", "api", "jwt", "cookie", "session", "webhook", "oauth", "consumer", "shared");

    /// <remarks>https://developer.wordpress.org/apis/wp-config-php/#security-keys: who has them makes cookies that are believed.</remarks>
    private static readonly WordSet SaltsOfPages = new("AUTH_KEY", "SECURE_AUTH_KEY", "LOGGED_IN_KEY", "NONCE_KEY", "AUTH_SALT", "SECURE_AUTH_SALT", "LOGGED_IN_SALT", "NONCE_SALT");

    private static readonly WordSet Sections = new("settings", "setting", "options", "option", "config", "configuration", "section");

    // mock_token, dummyPassword: the name says that it opens nothing.
    private static readonly WordSet Pretended = new("mock", "mocked", "fake", "dummy", "bogus");

    private static readonly WordSet Steps = new("first", "second", "third", "final", "last", "next", "single", "two", "multi", "render", "shader", "shadow", "depth", "low", "high", "band", "by", "filter", "compiler", "optimization", "boarding", "season", "battle", "day");

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
        if (Equal(word, "word") && words.MoveNext() && Equal(words.Current, "pass"))
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

    // Is…Password, HasSecret, ForgotPassword, ConfirmPassword: flags and labels.
    private static bool Negated(NameWords words)
    {
        ReadOnlySpan<char> first = default;
        while (words.MoveNext())
            first = words.Current;
        return Equal(first, "is") || Equal(first, "has") || Equal(first, "require") || Equal(first, "requires") || Equal(first, "use") || Equal(first, "show") || Equal(first, "hide") || Equal(first, "forgot")
            || Equal(first, "forget") || Equal(first, "invalid") || Equal(first, "enter") || Equal(first, "wrong") || Equal(first, "enable") || Equal(first, "allow") || Equal(first, "msg") || Equal(first, "lbl") || Equal(first, "label")
            || Equal(first, "txt") || Equal(first, "option") || Equal(first, "opt") || Equal(first, "param") || Equal(first, "arg") || Equal(first, "attr") || Equal(first, "error") || Equal(first, "err") || Equal(first, "missing") || Equal(first, "reset") || Equal(first, "change") || Equal(first, "existing") || Equal(first, "required") || Equal(first, "update") || Pretended.Contains(first);
    }

    // FirstPass, RenderPass, LowPass: a pass over something.
    private static bool IsOfSteps(NameWords words) => words.MoveNext() && Steps.Contains(words.Current);

    private static bool IsCredential(ReadOnlySpan<char> word) => Passwords.Contains(word) || Tokens.Contains(word) || Secrets.Contains(word) || CryptographicKeys.Contains(word);

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsDigit(c))
                return false;
        }

        return true;
    }

    private static bool Equal(ReadOnlySpan<char> word, string other) => word.Equals(other.AsSpan(), StringComparison.OrdinalIgnoreCase);
}
