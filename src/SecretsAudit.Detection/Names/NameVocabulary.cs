namespace SecretsAudit.Detection.Names;

/// <summary>The words that make a name a credential's, and those that make it something else's.</summary>
internal static class NameVocabulary
{
    // English, German, Dutch, French, Spanish, Portuguese, Italian, Polish, Swedish, Danish and Norwegian, Finnish, Turkish, Russian, Chinese, Japanese, Korean.
    public static readonly WordSet Passwords = new(
        "password", "passwords", "passwd", "passwrd", "pswd", "psswd", "pwd", "pw", "pass", "passphrase", "passcode", "userpass", "storepass", "keypass", "requirepass", "masterauth", "dbpass", "dbpwd", "rpcpass", "adminpass", "rootpass", "mysqlpass", "pgpass", "sqlpass", "smtppass", "mailpass", "ftppass", "sshpass", "ldappass", "bindpass", "redispass", "proxypass", "sudopass", "passwort", "passwoerter", "kennwort", "wachtwoord", "motdepasse", "mdp", "contrasena", "contraseña", "clave", "senha", "parola",
        "haslo", "hasło", "losenord", "lösenord", "adgangskode", "passord", "salasana", "sifre", "şifre", "parol", "пароль", "密码", "パスワード", "비밀번호");

    // In one word with "password" they make a flag, a label, or a file of hashes: "forgotpassword", "htpasswd".
    public static readonly WordSet PasswordFlags = new("forgot", "reset", "change", "has", "is", "no", "show", "hide", "with", "without", "missing", "invalid", "wrong", "enter", "require", "need", "allow", "lost", "ht");

    public static readonly WordSet Tokens = new("token", "tokens", "apikey", "apikeys", "apitoken", "auth", "authtoken", "accesstoken", "bottoken", "apptoken", "usertoken", "refreshtoken", "oauthtoken", "bearertoken", "bearer", "accesskey", "authkey", "jwt", "pat", "appkey", "accountkey", "sharedkey", "subscriptionkey");

    public static readonly WordSet Secrets = new("secret", "secrets", "clientsecret", "appsecret", "secretkey", "geheimnis", "apisecret", "jwtsecret", "cookiesecret", "sessionsecret", "webhooksecret", "oauthsecret", "tokensecret", "secretaccesskey", "consumersecret", "sharedsecret", "privatekey");

    // What "credentials" are is a machine's token, or the name of a thing that has them: "windows", "registry-of-releases".
    public static readonly WordSet Credentials = new("credential", "credentials", "creds");

    public static readonly WordSet CryptographicKeys = new("encryptionkey", "signingkey", "aeskey", "deskey", "hmackey", "cryptokey", "cipherkey", "masterkey", "machinekey", "validationkey", "decryptionkey", "jwtkey");

    // Before "key": which kind of key it is. A "key" alone is a dictionary's.
    public static readonly WordSet TokenKeyAttributes = new(
        "api", "access", "account", "auth", "authorization", "shared", "subscription", "app", "storage", "function", "service", "instrumentation", "license", "licence", "registration", "ingestion", "tracking", "write", "client");

    public static readonly WordSet SecretKeyAttributes = new("secret", "private", "secure");

    public static readonly WordSet CipherKeyAttributes = new("encryption", "encrypt", "decryption", "decrypt", "signing", "sign", "signature", "master", "aes", "des", "rijndael", "hmac", "crypto", "cipher", "symmetric", "security", "machine", "validation", "jwt", "rsa", "session");

    // Behind the credential's word: the name is of something about it.
    public static readonly WordSet Others = new(
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
    public static readonly WordSet Fillers = new("value", "values", "string", "str", "text", "plain", "plaintext", "clear", "cleartext", "raw", "default", "current", "new", "old", "fallback", "data", "base", "b64", "hex", "enc", "utf", "bytes", "prod", "production", "dev", "development", "staging", "qa", "uat", "local", "live", "primary", "secondary", "main", "backup", "wo", "in");

    public static readonly WordSet Passes = new("first", "second", "third", "last", "next", "single", "one", "two", "multi", "render", "shadow", "depth", "stencil", "blur", "forward", "final", "low", "high", "band", "all", "by", "boarding", "season", "did", "should", "must", "test", "tests", "not");

    // Keys of dictionaries, tables, caches and pages.
    public static readonly WordSet OtherKeys = new(
        "public", "pub", "apt", "gpg", "pgp", "primary", "foreign", "cache", "partition", "sort", "row", "object", "bucket", "resource", "translation", "i18n", "locale", "group", "unique", "composite", "lookup", "routing", "idempotency", "site", "publishable", "track",
        "instrumentation", "registry", "hot", "shortcut", "storage", "sequence", "natural", "surrogate", "schema", "shard", "hash", "range", "query", "search", "order", "item", "feature", "flag", "product", "license", "localization", "string", "theme",
        "style", "brush", "color", "data", "dictionary", "query", "react", "list", "parent", "child", "node", "element", "using", "with", "the", "this", "each", "for", "found", "image", "icon", "video", "audio", "project", "issue", "metric", "label", "tag", "kms", "cmk", "host", "known", "integrity");

    // Tokens of languages, networks and pages, not of access.
    public static readonly WordSet OtherTokens = new("cancellation", "syntax", "csrf", "xsrf", "antiforgery", "requestverification", "verification", "page", "next", "continuation", "sync", "design", "metadata", "public", "stop", "parse", "parser", "end", "start", "open", "close", "begin", "replace", "change", "json", "separator", "delimiter", "keyword", "operator", "literal", "identifier", "unit", "max", "total", "prompt", "completion", "skip", "postman", "authenticity", "release");

    // An object of Kubernetes, by its name: existingSecret, imagePullSecret, tlsSecret.
    public static readonly WordSet SecretObjects = new("existing", "pull", "tls", "ssl", "from", "encrypted");

    // Before "secret", in one word with it or in their own.
    public static readonly WordSet SharedAttributes = new("client", "app", "api", "jwt", "cookie", "session", "webhook", "oauth", "consumer", "shared");

    /// <remarks>https://developer.wordpress.org/apis/wp-config-php/#security-keys: who has them makes cookies that are believed.</remarks>
    public static readonly WordSet SaltsOfPages = new("AUTH_KEY", "SECURE_AUTH_KEY", "LOGGED_IN_KEY", "NONCE_KEY", "AUTH_SALT", "SECURE_AUTH_SALT", "LOGGED_IN_SALT", "NONCE_SALT");

    public static readonly WordSet Sections = new("settings", "setting", "options", "option", "config", "configuration", "section");

    // Is…Password, HasSecret, ForgotPassword, ConfirmPassword: flags and labels.
    public static readonly WordSet Negations = new(
        "is", "has", "require", "requires", "use", "show", "hide", "forgot", "forget", "invalid", "enter", "wrong", "enable", "allow", "msg", "lbl", "label", "txt", "option", "opt", "param", "arg", "attr", "error", "err", "missing", "reset", "change", "existing",
        "required", "update");

    // mock_token, dummyPassword: the name says that it opens nothing.
    public static readonly WordSet Pretended = new("mock", "mocked", "fake", "dummy", "bogus");

    public static readonly WordSet Steps = new("first", "second", "third", "final", "last", "next", "single", "two", "multi", "render", "shader", "shadow", "depth", "stencil", "low", "high", "band", "by", "filter", "compiler", "optimization", "boarding", "season", "battle", "day");
}
