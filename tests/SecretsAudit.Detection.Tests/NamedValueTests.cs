namespace SecretsAudit.Detection.Tests;

/// <summary>What is a credential under a telling name, and what only looks like one.</summary>
public sealed class NamedValueTests
{
    // In pieces, so that no scanner of this repository takes them for credentials.
    private const string Random32 = "pX3uVr8kQm1z" + "Ld6YtB0wNc9sEjHa4GfT";
    private const string Hex40 = "3f786850e387550f" + "dab836ed7e6dc881de23001b";

    [Theory]
    [InlineData("DbPassword", "Sommer2025!kasse")]
    [InlineData("password", "hunter2")]
    [InlineData("SA_PASSWORD", "yourStrong(!)Password")]
    [InlineData("smtp.pwd", "Tz7-mwPq3Lrx")]
    [InlineData("kennwort", "geheim123")]
    [InlineData("DB_PSWD", "geheim123")]
    [InlineData("userPassword2", "letmein")]
    [InlineData("redispassword", "letmein")]
    [InlineData("clientSecret", "secret")]
    [InlineData("Jwt:SigningKey", Random32)]
    [InlineData("apiKey", Random32)]
    [InlineData("ApiKeyValue", Random32)]
    [InlineData("GITHUB_TOKEN", Hex40)]
    [InlineData("accessToken", Hex40)]
    [InlineData("Passphrase", "correct horse 42")]
    [InlineData("PasswordInClearText", "Sommer2025!kasse")]
    [InlineData("algolia_key", Hex40)]
    [InlineData("MailChimpKey", Hex40)]
    [InlineData("GitHub:Pat", Hex40)]
    [InlineData("AWS_SECRET_ACCESS_KEY", "lagerhaus")]
    [InlineData("DB_PASSWORD", "${DB_PASSWORD:-Sommer2025!kasse}")]
    [InlineData("DB_PASSWORD", "${DB_PASSWORD-Sommer2025!kasse}")]
    [InlineData("spring.datasource.password", "${spring.db.password:Sommer2025!kasse}")]
    [InlineData("IDENTITY__ADMINCLIENTSECRET", Random32)]
    [InlineData("IDENTITY__GOOGLESECRET", Random32)]
    [InlineData("GOOGLEAPIKEY", Random32)]
    [InlineData("bitcoind.rpcpass", "Dwubww3Kasse")]
    [InlineData("basic.auth.user.info", "ksqlAdmin:ksqlAdmin")]
    [InlineData("KAFKA_BASIC_AUTH_USER_INFO", "kasse:Sommer2025!kasse")]
    [InlineData("registryCredentials", Random32)]
    [InlineData("senha", "пароль2025")]
    [InlineData("HEROKU_API_KEY", "7c1d3a52-8d0e-4f1b-9a6e-2b5f0c4d7e13")]
    public void A_value_that_could_open_something_is_found(string name, string value) => Assert.NotNull(NamedValue.Judge(name, value, ValueSetting.SourceCode));

    [Theory]
    [InlineData("PasswordLabel", "Password")]
    [InlineData("forgotpassword", "hunter2")]
    [InlineData("PasswordHint", "At least 12 characters")]
    [InlineData("ForgotPassword", "Forgot your password?")]
    [InlineData("PasswordResetPath", "/account/password/reset")]
    [InlineData("SecretName", "prod/payments/api-key")]
    [InlineData("DatabasePassword", "prod/payments/checkout-api/postgres-app")]
    [InlineData("SecretArn", "arn:aws:secretsmanager:eu-central-1:111122223333:secret:a-AbCdEf")]
    [InlineData("ClientSecret", "Acquirer:ClientSecret")]
    [InlineData("Password", "${DB_PASSWORD}")]
    [InlineData("Password", "${DB_PASSWORD:?set it}")]
    [InlineData("Password", "${DB_PASSWORD:-}")]
    [InlineData("Password", "${DB_PASSWORD:-changeme}")]
    [InlineData("Password", "${self:custom.kasse2025}")]
    [InlineData("Password", "${ssm:/prod/db/kasse2025}")]
    [InlineData("Password", "@Model.Password")]
    [InlineData("Password", "#{Password}#")]
    [InlineData("Password", "<your password>")]
    [InlineData("Password", "changeme")]
    [InlineData("Password", "your-password-here")]
    [InlineData("Password", "********")]
    [InlineData("Password", "Passwort")]
    [InlineData("Password", "@password")]
    [InlineData("PASSWORD", "DB_PASSWORD")]
    [InlineData("apiKey", "api_key")]
    [InlineData("AccessToken", "access_token")]
    [InlineData("TokenType", "Bearer")]
    [InlineData("tokenEndpoint", "https://login.example.com/oauth2/token")]
    [InlineData("CancellationToken", "none of your business")]
    [InlineData("PageToken", Random32)]
    [InlineData("PasswordHash", Random32)]
    [InlineData("PasswordSalt", Random32)]
    [InlineData("TokenLifetime", "00:05:00")]
    [InlineData("PublicKeyToken", "b77a5c561934e089")]
    [InlineData("RequirePassword", "true")]
    [InlineData("Password", "")]
    [InlineData("redis.tls.existingSecret", "redis-ca")]
    [InlineData("secretKeyRef", "checkout-database")]
    [InlineData("Resources.Password", "Account.Login.Password")]
    [InlineData("InstrumentationKey", "7c1d3a52-8d0e-4f1b-9a6e-2b5f0c4d7e13")]
    [InlineData("ShaderFirstPass", "lighting")]
    [InlineData("HostWebClientKey", "HostWebClient")]
    [InlineData("PasswordParameter", "pwd")]
    [InlineData("PasswordField", "password")]
    [InlineData("Password", "pwd")]
    [InlineData("OneTimePassword", "otp")]
    [InlineData("cacheKey", Random32)]
    [InlineData("basic.auth.user.info", "kasse")]
    [InlineData("imagepullsecret", "registry-ca")]
    [InlineData("topsecret", "true story")]
    [InlineData("compass", "northwest7")]
    [InlineData("Password", "$token$char")]
    [InlineData("existingPassword", "registry-credentials")]
    [InlineData("clusterToken", "etcd-cluster-k8s")]
    [InlineData("UseCredentials", "windows")]
    [InlineData("KEY_PASSWORD", "s3-password")]
    [InlineData("@azure/keyvault-secrets", "^4.7.0")]
    [InlineData("rule-of-1password", "workspace:*")]
    [InlineData("PASSWORD_REPLACEMENT", "|||%%OLDPASSWD%%|||")]
    [InlineData("machine_key", "HKLM:\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\*")]
    [InlineData("OPTION_SSL_PASSWORD", "webservice-sslcertificatepassword")]
    [InlineData("encryptedPassword", "ThisIsProtected")]
    [InlineData("publishFeedCredentials", "kasse-feed-of-releases")]
    [InlineData("releaseTokens", "The.Song.Title.2010.1080p.BluRay.DTS.x264-KASSE")]
    [InlineData("Password", "รหัสผ่าน")]
    [InlineData("Password", "пароль")]
    [InlineData("Password", "**gone**")]
    [InlineData("AccountKey", "SOMETHING2")]
    [InlineData("SetInitPassword", "(&Service=3) AND (!Service<>3) AND OLD_SERVICE<>\"1\" AND SERVICE_PASSWORD AND NOT REMOVE~=\"ALL\"")]
    [InlineData("title", Random32)]
    [InlineData("id", Hex40)]
    public void What_only_looks_like_one_is_not(string name, string value) => Assert.Null(NamedValue.Judge(name, value, ValueSetting.SourceCode));

    [Theory]
    [InlineData(ValueSetting.SourceCode, true)]
    [InlineData(ValueSetting.DevelopmentConfiguration, true)]
    [InlineData(ValueSetting.TestCode, false)]
    [InlineData(ValueSetting.Documentation, false)]
    public void A_guessable_password_counts_where_it_may_open_something(ValueSetting setting, bool isFound) =>
        Assert.Equal(isFound, NamedValue.Judge("password", "Pass@word1", setting) is not null);

    [Theory]
    [InlineData(Random32, CredentialConfidence.High)]
    [InlineData("Sommer2025!kasse", CredentialConfidence.Medium)]
    [InlineData("geheim", CredentialConfidence.Low)]
    public void The_more_random_a_value_is_the_surer_the_detector(string value, CredentialConfidence expected) =>
        Assert.Equal(expected, NamedValue.Judge("password", value, ValueSetting.SourceCode)!.Confidence);

    [Fact]
    public void A_value_that_is_wrapped_over_and_over_ends() =>
        Assert.Null(NamedValue.Judge("password", string.Concat(Enumerable.Repeat("{noop}", 100_000)), ValueSetting.Configuration));

    [Fact]
    public void A_reason_names_the_name_and_not_the_value()
    {
        var match = NamedValue.Judge("DbPassword", $"  {Random32} ", ValueSetting.SourceCode)!;

        Assert.Contains("DbPassword", match.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(Random32, match.Reason, StringComparison.Ordinal);
        Assert.Equal((2, Random32.Length), (match.Start, match.Length));
    }

    [Theory]
    [InlineData("weather_key", "pX3uVr8kQm1zLd6YtB0wNc9s", ValueSetting.Configuration, true)]
    [InlineData("weather_key", "pX3uVr8kQm1zLd6YtB0wNc9s", ValueSetting.SourceCode, false)]
    [InlineData("AZURE_DEVOPS_EXT_PAT", "pX3uVr8kQm1zLd6YtB0wNc9s", ValueSetting.Configuration, true)]
    [InlineData("userPat", "pX3uVr8kQm1zLd6YtB0wNc9s", ValueSetting.SourceCode, false)]
    [InlineData("postman.pat", "postman-pat-of-the-town", ValueSetting.Configuration, false)]
    [InlineData("partition_key", "pX3uVr8kQm1zLd6YtB0wNc9s", ValueSetting.Configuration, false)]
    [InlineData("weather_key", "berlin-mitte-hourly-values", ValueSetting.Configuration, false)]
    [InlineData("password", "changeme", ValueSetting.Configuration, true)]
    [InlineData("password", "CHANGE_ME", ValueSetting.Configuration, false)]
    [InlineData("password", "example", ValueSetting.DevelopmentConfiguration, true)]
    [InlineData("password", "example", ValueSetting.Configuration, false)]
    [InlineData("password", "lager-password", ValueSetting.Configuration, true)]
    [InlineData("SA_PASSWORD", "Your_kasse2025", ValueSetting.Configuration, true)]
    [InlineData("SA_PASSWORD", "Your_kasse2025", ValueSetting.SourceCode, false)]
    [InlineData("JwtSettings:SigningKey", "ThisIsTheSecretKeyOfTheTill", ValueSetting.Configuration, true)]
    [InlineData("SigningKey", "my-signing-key", ValueSetting.Configuration, false)]
    [InlineData("jwt.secret", "mySecretKey", ValueSetting.Configuration, true)]
    [InlineData("AppSettings:Secret", "this is the secret that signs our tokens", ValueSetting.Configuration, true)]
    [InlineData("AppSettings:Token", "the top secret of the till", ValueSetting.Configuration, true)]
    [InlineData("AppSettings:Token", "the top secret of the till", ValueSetting.SourceCode, false)]
    [InlineData("Google:ClientSecret", "your google client secret here, or keep it elsewhere", ValueSetting.Configuration, false)]
    [InlineData("TokenKey", "a secret that nobody can guess", ValueSetting.Configuration, true)]
    [InlineData("TokenKey", "where the token is kept", ValueSetting.Configuration, false)]
    [InlineData("password", "lager-password", ValueSetting.SourceCode, false)]
    [InlineData("JWT_SECRET_KEY", "SecretKeyThatMustBeOfMinimumLength", ValueSetting.SourceCode, true)]
    [InlineData("JWT_SECRET_KEY", "ClientSecretKeySettingName", ValueSetting.SourceCode, false)]
    public void What_counts_depends_on_where_it_stands(string name, string value, ValueSetting setting, bool isFound) =>
        Assert.Equal(isFound, NamedValue.Judge(name, value, setting) is not null);

    [Fact]
    public void A_value_that_counts_through_the_alphabet_is_doubted() =>
        Assert.Equal(CredentialConfidence.Low, NamedValue.Judge("apiKey", "abcdef1234567890" + "abcdef1234567890", ValueSetting.SourceCode)!.Confidence);
}
