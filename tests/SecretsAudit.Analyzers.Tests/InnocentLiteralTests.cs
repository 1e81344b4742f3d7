namespace SecretsAudit.Analyzers.Tests;

/// <summary>Literals that resemble credentials and are none.</summary>
public sealed class InnocentLiteralTests
{
    [Theory]
    [InlineData("""var password = "";""")]
    [InlineData("""string? password = null;""")]
    [InlineData("""var password = input;""")]
    [InlineData("""string password = default!; _ = new NetworkCredential("user", password);""")]
    [InlineData("""builder.AddUserSecrets("7c1d3a52-8d0e-4f1b-9a6e-2b5f0c4d7e13");""")]
    [InlineData("""var password = settings["Db:Password"];""")]
    [InlineData("""var password = Environment.GetEnvironmentVariable("DB_PASSWORD");""")]
    [InlineData("""var password = Environment.GetEnvironmentVariable("DB_PASSWORD") ?? throw new InvalidOperationException("DB_PASSWORD is not set.");""")]
    [InlineData("""var password = Console.ReadLine();""")]
    [InlineData("""var password = File.ReadAllText("/run/secrets/db_password");""")]
    [InlineData("""var password = Guid.NewGuid().ToString("N");""")]
    [InlineData("""var webhookSecret = input + Guid.NewGuid().ToString("N");""")]
    [InlineData("""const string PasswordKey = "Password"; Use(PasswordKey);""")]
    [InlineData("""const string PasswordHeader = "X-Password"; Use(PasswordHeader);""")]
    [InlineData("""var passwordLabel = "Your password";""")]
    [InlineData("""var password = "<your password>";""")]
    [InlineData("""const string DeviceAuthKey = "pm-27581-device-auth-key"; Use(DeviceAuthKey);""")]
    [InlineData("""const string ClientHashedPassword = "password_hash_b64"; Use(ClientHashedPassword);""")]
    [InlineData("""const string HostWebClientKey = "hostwebclient"; Use(HostWebClientKey);""")]
    [InlineData("""const string OneTimePassword = "otp"; const string Password = "pwd"; Use(OneTimePassword + Password);""")]
    [InlineData("""var characters = ""; if (flag) characters += "ABCDEFGHIJKLMNOPQRSTUVWXYZ"; _ = new NetworkCredential("user", characters);""")]
    [InlineData("""const string RefreshToken = "oi_reft+jwt"; Use(RefreshToken);""")]
    [InlineData("""const string Letters = "abcdefghijkmnopqrstuvwxyz"; const string Digits = "23456789"; var made = ""; foreach (var set in new[] { Letters, Digits }) made += set[3]; _ = new NetworkCredential("user", made);""")]
    [InlineData("""const string TYPE_PASSWORD = "password"; Use(TYPE_PASSWORD);""")]
    [InlineData("""const string DisablePackageValidationKey = "disableCliPackageValidation"; Use(DisablePackageValidationKey);""")]
    [InlineData("""_ = new NetworkCredential("anonymous", "anonymous");""")]
    [InlineData("""const string JwtTypToken = "eyJ0eXAiOi"; Use(JwtTypToken);""")]
    [InlineData("""Use("tool scaffold -c \"Server=db;Database=shop;User Id=scaffold;Password=secret;\"");""")]
    [InlineData("""var scaleFilterFirstPass = "vpp_rkrga=format=bgra:afbc=1"; Use(scaleFilterFirstPass);""")]
    [InlineData("""var password = "${DB_PASSWORD}";""")]
    [InlineData("""var password = "{{password}}";""")]
    [InlineData("""var password = "%DB_PASSWORD%";""")]
    [InlineData("""var password = "********";""")]
    [InlineData("""var password = "changeme";""")]
    [InlineData("""var passwordHint = "At least 12 characters";""")]
    [InlineData("""var passwordUrl = "https://example.com/reset-password";""")]
    [InlineData("""var resetPasswordPath = "/account/password/reset";""")]
    [InlineData("""var passwordPattern = "^(?=.*[A-Z]).{8,}$";""")]
    [InlineData("""var secretName = "prod/payments/db-password";""")]
    [InlineData("""var secretArn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/db-a1B2c3";""")]
    [InlineData("""Use($"{{ \"Password\": \"{input}\" }}");""")]
    [InlineData("""Use("{ \"Password\": \"\", \"PasswordHint\": \"hunter2x\", \"Token\": \"<token>\" }");""")]
    [InlineData("""var text = flag ? "password" : "hunter2x"; Use(text);""")]
    [InlineData("""var tokenType = "Bearer";""")]
    [InlineData("""var grantType = "password";""")]
    [InlineData("""var sql = "select 1 from accounts where password = @password";""")]
    [InlineData("""var query = "Password=@password";""")]
    [InlineData("""Console.WriteLine("The password is wrong.");""")]
    [InlineData("""throw new InvalidOperationException("The client secret is missing.");""")]
    [InlineData("""Log("Password reset for {User} with token {Token}", input);""")]
    [InlineData("""var connection = $"Host=db;Username=app;Password={settings["Db:Password"]}";""")]
    [InlineData("""var connection = "Host=db;Username=app;Password=" + settings["Db:Password"];""")]
    [InlineData("""var url = $"https://{input}:{settings["Password"]}@example.com/";""")]
    [InlineData("""if (input == "password") return 1;""")]
    [InlineData("""switch (input) { case "password": return 1; case "client_secret": return 2; }""")]
    [InlineData("""var name = nameof(settings); Use(name);""")]
    [InlineData("""settings["Password"] = input;""")]
    [InlineData("""settings.Remove("Password");""")]
    [InlineData("""Use(settings["Password"]);""")]
    [InlineData("""Use(settings.TryGetValue("Password", out var secret) ? secret : "");""")]
    [InlineData("""var map = new Dictionary<string, string> { ["Password"] = "Passwort" }; Use(map);""")]
    [InlineData("""var map = new Dictionary<string, string> { ["PasswordWrong"] = "Das Passwort stimmt nicht." }; Use(map);""")]
    [InlineData("""Login("admin", input);""")]
    [InlineData("""Login("admin", Environment.GetEnvironmentVariable("ADMIN_PASSWORD") ?? "");""")]
    [InlineData("""var passwordLength = "12";""")]
    [InlineData("""var token = input.Split(' ')[1];""")]
    [InlineData("""foreach (var token in "one two three".Split(' ')) Use(token);""")]
    [InlineData("""var separatorToken = ", ";""")]
    [InlineData("""var cancellationToken = new CancellationTokenSource().Token; Use(cancellationToken);""")]
    [InlineData("""var passwordHash = "5f4dcc3b5aa765d61d8327deb882cf99";""")]
    [InlineData("""var publicKeyToken = "b77a5c561934e089";""")]
    [InlineData("""var bytes = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 }; Use(bytes);""")]
    [InlineData("""var crc = new uint[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }; Use(crc);""")]
    [InlineData("""var vowels = new[] { 'a', 'e', 'i', 'o', 'u' }; Use(vowels);""")]
    [InlineData("""if (string.IsNullOrEmpty(settings["Password"])) throw new ArgumentException("A password is required.", nameof(input));""")]
    [InlineData("""var password = settings["Password"] ?? string.Empty;""")]
    [InlineData("""var password = new string('*', 8);""")]
    [InlineData("""var key = "users:42"; Use(key);""")]
    [InlineData("""Log("Signed in with user={User};password={Password}", input);""")]
    [InlineData("""Use("usage: tool --user=NAME --password=PASSWORD");""")]
    [InlineData("""Use("https://example.com/reset?token=abc");""")]
    [InlineData("""Use("<input type=password name=password value=x />");""")]
    [InlineData("""Use("select * from users where password=@password and name=@name");""")]
    [InlineData("""Use("a == b; password==repeated");""")]
    [InlineData("""var encryptionKey = GetString("jwt.AuthKeyBase64"); Use(encryptionKey);""")]
    [InlineData("""if (input.StartsWith("-----BEGIN " + "PRIVATE KEY-----")) return 1;""")]
    [InlineData("""Use(new { UserName = "test1", Greeting = "Password = test1" });""")]
    [InlineData("""Use(input.Contains("password"));""")]
    [InlineData("""Use(input.Replace("Password=", "Password=***"));""")]
    [InlineData("""Use(System.Text.RegularExpressions.Regex.Replace(input, "(?i)password=[^;]+", "password=***"));""")]
    public Task It_is_not_found_among_statements(string statement) => Check.FindsInMethodAsync(statement, """
        void Use(object value) { }
        void Log(string template, params object[] values) { }
        void Login(string user, string password) { }
        string GetString(string name) => Environment.GetEnvironmentVariable(name) ?? "";
        """);

    [Theory]
    [InlineData("""public string Password { get; set; } = "";""")]
    [InlineData("""public string Password { get; set; } = string.Empty;""")]
    [InlineData("""public const string Password = "Password";""")]
    [InlineData("""public const string AccessToken = "access_token";""")]
    [InlineData("""public const string ClientSecret = "client_secret";""")]
    [InlineData("""public const string ClientSecret = "kontor_client_secret";""")]
    [InlineData("""private const string KEY_PASSWORD = "s3-password";""")]
    [InlineData("""private string releaseTokens = "The.Kasse.Title.2010.1080p.BluRay.DTS.x264-KASSE";""")]
    [InlineData("""public const string ApiKeyHeaderName = "X-Api-Key";""")]
    [InlineData("""[System.Text.Json.Serialization.JsonPropertyName("password")] public string Password { get; set; } = "";""")]
    [InlineData("""[System.ComponentModel.Description("The password of the account")] public string Password { get; set; } = "";""")]
    [InlineData("""[System.ComponentModel.DisplayName("Password")] public string Password { get; set; } = "";""")]
    [InlineData("""[Obsolete("Use the secret store instead of Password.")] public string Password { get; set; } = "";""")]
    [InlineData("""enum Grant { Password, ClientSecret, Token }""")]
    [InlineData("""public void Open(string password = "") { }""")]
    [InlineData("""public string PasswordQuestion { get; set; } = "What was your first pet's name?";""")]
    [InlineData("""private const string DatabasePassword = "prod/payments/checkout-api/postgres-app";""")]
    [InlineData("""private const string ClientSecretSetting = "Acquirer:ClientSecret";""")]
    [InlineData("""private const string TokenFieldName = "__RequestVerificationToken";""")]
    [InlineData("""public string GuestToken { get; } = Guid.NewGuid().ToString("N");""")]
    [InlineData("""public const string UrlPassword = "SAUD2005";""")]
    [InlineData("""private static readonly string[] Secrets = ["Password", "password", "Pwd", "AccountKey"];""")]
    [InlineData("""public bool HasPassword => Kept != "none"; string Kept = "none";""")]
    [InlineData("""public Guid SecretId { get; } = new("d2b3a1c4-5f60-4711-8899-aabbccddeeff");""")]
    [InlineData("""private static readonly string Sha256OfPassword = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";""")]
    public Task It_is_not_found_among_members(string member) => Check.FindsAsync($"class Sample {{ {member} }}");

    [Theory]
    [InlineData("""if (password == "") return;""")]
    [InlineData("""if (password != null && password.Length > 8) return;""")]
    [InlineData("""if (password == repeated) return;""")]
    [InlineData("""if (string.Equals(password, repeated, StringComparison.Ordinal)) return;""")]
    [InlineData("""if (passwordField == "password") return;""")]
    [InlineData("""if (token is "(" or ")" or ",") return;""")]
    [InlineData("""switch (token) { case "true": return; case "null": return; }""")]
    [InlineData("""switch (password) { case "windows": return; case "custom" when flag: return; }""")]
    [InlineData("""_ = password switch { "windows" => 1, "custom" => 2, _ => 0 };""")]
    [InlineData("""if (tokenType == "access_token") return;""")]
    public Task A_comparison_is_not_found(string statement) => Check.FindsAsync($$"""
        class Sample { void Check(string password, string repeated, string passwordField, string token, string tokenType) { {{statement}} } }
        """);

    [Fact]
    public Task A_format_s_arguments_are_anything_at_all() => Check.FindsAsync("""
        static class Texts
        {
            const string PartnerId = "FW39AHL99XEVN";
            static string Fill(string format, params object[] tokens) => string.Format(format, tokens);
            static string Partner() => Fill("{0}", PartnerId);
        }
        """);

    [Fact]
    public Task A_text_s_translations_are_not_found() => Check.FindsAsync("""
        class Texts { void AddOrUpdate(string key, string english, string german) { } void Fill() => AddOrUpdate("Identity.Credentials", "Authentication credentials", "Zugangsdaten"); }
        """);

    [Theory]
    [InlineData("""static readonly string[] Secrets = ["Password", "Pwd", "AccountKey", "SharedSignature"];""")]
    [InlineData("""static readonly HashSet<string> Credentials = new() { "UnknownClient", "ExpiredToken", "MissingAuthenticationToken" };""")]
    public Task A_list_with_credentials_names_is_a_vocabulary(string field) => Check.FindsAsync($"using System.Collections.Generic; class Texts {{ {field} }}");
}
