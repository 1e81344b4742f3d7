using System.Text;
using CsCheck;

namespace SecretsAudit.Detection.Tests;

/// <summary>Credentials in files that are not C#: each grammar, and any bytes at all.</summary>
public sealed class CredentialFileTests
{
    [Theory]
    [InlineData("appsettings.json", "{ \"Smtp\": { \"Password\": \"w4Nf8zQe2LkY\" } }", "Smtp:Password", 1, 26)]
    [InlineData("appsettings.Development.json", "{ // comment\n  \"ClientSecret\": \"secret\",\n}", "ClientSecret", 2, 20)]
    [InlineData(".env", "# comment\nexport DB_PASSWORD=Pass@word\n", "DB_PASSWORD", 2, 20)]
    [InlineData("docker-compose.yml", "environment:\n  - SA_PASSWORD=Pass@word\n", "SA_PASSWORD", 2, 17)]
    [InlineData("docker-compose.yml", "environment:\n  POSTGRES_PASSWORD: Quill-Kasse-2024 # local\n", "POSTGRES_PASSWORD", 2, 22)]
    [InlineData("deploy.yaml", "- name: Cache__Password\n  value: \"nR6tYk3VwQ9zXb2L\"\n", "Cache__Password", 2, 11)]
    [InlineData("web.config", "<add key=\"SmtpPassword\" value=\"w4Nf8zQe2LkY\" />", "SmtpPassword", 1, 32)]
    [InlineData("settings.xml", "<server>\n  <password>w4Nf8zQe2LkY</password>\n</server>", "password", 2, 13)]
    [InlineData("users.yml", "  password: \"{noop}w4Nf8zQe2LkY\"\n", "password", 1, 20)]
    [InlineData("build.gradle", "credentials {\n  password 'w4Nf8zQe2LkY'\n}\n", "password", 2, 13)]
    [InlineData("build.gradle", "  buildConfigField 'String', 'API_KEY', '\"w4Nf8zQe2LkYt7Rd\"'\n", "API_KEY", 1, 43)]
    [InlineData("build.gradle", "  resValue \"string\", \"api_key\", \"w4Nf8zQe2LkYt7Rd\"\n", "api_key", 1, 34)]
    [InlineData("train.ipynb", "{ \"source\": [\n  \"API_KEY = 'w4Nf8zQe2LkYt7Rd'\"\n] }", "API_KEY", 2, 15)]
    [InlineData("config.json", "{ \"config\": \"{\\\"registry\\\":{\\\"password\\\":\\\"w4Nf8zQe2LkYt7Rd\\\"}}\" }", "password", 1, 44)]
    [InlineData("notes.txt", "discord_token = 40354870562972998507882057659070\n", "discord_token", 1, 17)]
    [InlineData("notes.txt", "twilio token - 'SKbddcfb88fake8f7c4d9aef1c7de1fc5'\n", "token", 1, 17)]
    [InlineData("notes.txt", "ipapi private: 12345678901234567890123456789012\n", "ipapi", 1, 16)]
    [InlineData("main.tf", "  master_password = \"w4Nf8zQe2LkY\"\n", "master_password", 1, 22)]
    [InlineData("deploy.py", "client_secret = 'w4Nf8zQe2LkYt7Rd'\n", "client_secret", 1, 18)]
    [InlineData("main.go", "var client_secret string = \"w4Nf8zQe2LkYt7Rd\"\n", "client_secret", 1, 29)]
    [InlineData("app.ts", "private clientSecret: string = 'w4Nf8zQe2LkYt7Rd';\n", "clientSecret", 1, 33)]
    [InlineData("till.py", "app.secret_key = b'kasse-7731-lager'\n", "app.secret_key", 1, 20)]
    [InlineData("till.py", "if password == f\"kasse-7731\":\n", "password", 1, 18)]
    [InlineData("till.sql", "SET @password = N'kasse-7731'\n", "password", 1, 19)]
    [InlineData("till.php", "$weatherToken .= \"w4Nf8zQe2LkYt7Rd9bHc\";\n", "weatherToken", 1, 19)]
    [InlineData("notes.txt", "buildConfigField 'String' , 'WEATHER_TOKEN' , '\"w4Nf8zQe2LkYt7Rd9bHc\"'\n", "WEATHER_TOKEN", 1, 49)]
    [InlineData("notes.txt", "curl \"https://api.example.com/v1?access_token=w4Nf8zQe2LkYt7Rd\"\n", "access_token", 1, 47)]
    [InlineData("notes.txt", "<weatherToken>\n  w4Nf8zQe2LkYt7Rd\n</weatherToken>\n", "weatherToken", 2, 3)]
    [InlineData("db.properties", "spring.datasource.password=w4Nf8zQe2LkY\n", "spring.datasource.password", 1, 28)]
    [InlineData("deploy.sh", "az sql server create --admin-user sa --admin-password w4Nf8zQe2LkY\n", "--admin-password", 1, 55)]
    [InlineData("deploy.sh", "kubectl create secret generic db --from-literal=password=w4Nf8zQe2LkY\n", "password", 1, 58)]
    [InlineData("Dockerfile", "RUN nuget sources add --username bob --password w4Nf8zQe2LkY\n", "--password", 1, 49)]
    [InlineData("compose.yml", "services:\n  cache:\n    command: redis-server --requirepass w4Nf8zQe2LkY\n", "--requirepass", 3, 41)]
    [InlineData("compose.yml", "  POSTGRES_PASSWORD: &pw w4Nf8zQe2LkY\n", "POSTGRES_PASSWORD", 1, 26)]
    [InlineData("compose.yml", "  POSTGRES_PASSWORD: !!str w4Nf8zQe2LkY\n", "POSTGRES_PASSWORD", 1, 28)]
    [InlineData("compose.yml", "environment: {USER: app, DB_PASSWORD: w4Nf8zQe2LkY}\n", "DB_PASSWORD", 1, 39)]
    [InlineData("template.yaml", "Parameters:\n  DbPassword:\n    Type: String\n    Default: w4Nf8zQe2LkY\n", "DbPassword", 4, 14)]
    [InlineData("template.yaml", "Environment:\n  - Name: DB_PASSWORD\n    Value: w4Nf8zQe2LkY\n", "DB_PASSWORD", 3, 12)]
    [InlineData("task.json", "[{ \"name\": \"DB_PASSWORD\", \"value\": \"w4Nf8zQe2LkY\" }]", "DB_PASSWORD", 1, 37)]
    [InlineData("launchSettings.json", "{ \"commandLineArgs\": \"--password w4Nf8zQe2LkY\" }", "--password", 1, 34)]
    [InlineData("variables.tf", "variable \"db_password\" {\n  type    = string\n  default = \"w4Nf8zQe2LkY\"\n}\n", "db_password", 3, 14)]
    [InlineData("ecs.tf", "environment {\n  name  = \"DB_PASSWORD\"\n  value = \"w4Nf8zQe2LkY\"\n}\n", "DB_PASSWORD", 3, 12)]
    [InlineData("vm.tf", "user_data = <<-EOF\n  export DB_PASSWORD=w4Nf8zQe2LkY\n  EOF\n", "DB_PASSWORD", 2, 22)]
    [InlineData("App.config", "<setting name=\"DbPassword\" serializeAs=\"String\">\n  <value>w4Nf8zQe2LkY</value>\n</setting>", "DbPassword", 2, 10)]
    [InlineData("broker.conf", "<?xml version=\"1.0\"?>\n<entry><key>smtp_password</key><value>w4Nf8zQe2LkY</value></entry>", "smtp_password", 2, 39)]
    [InlineData("launch.xml", "<env>\n  <variable>DB_PASSWORD=w4Nf8zQe2LkY</variable>\n</env>", "DB_PASSWORD", 2, 25)]
    [InlineData("strings.xml", "<string name=\"api_key\">w4Nf8zQe2LkYt7Rd9b</string>", "api_key", 1, 24)]
    [InlineData("appsettings.json", "{ \"Jwt\": { \"Key\": \"this is our own key for signing\" } }", "Jwt:Key", 1, 20)]
    [InlineData("appsettings.json", "{ \"JwtSettings\": { \"Key\": \"w4Nf8zQe2LkYt7Rd\" } }", "JwtSettings:Key", 1, 28)]
    [InlineData("settings.py", "SECRET_KEY = 'dj-_du9e^cmago!%(^+=gr@cu@v9-v7ulhbk2s3'", "SECRET_KEY", 1, 15)]
    [InlineData(".netrc", "machine host login app\n  password quill7\n", "password", 2, 12)]
    [InlineData("notes.txt", "app_password = \"opensesame\"\n", "app_password", 1, 17)]
    [InlineData("notes.txt", "APP_PASSWORD=opensesame   # for now\n", "APP_PASSWORD", 1, 14)]
    [InlineData("Seed.java", "String seed = \"{\\\"PrivateKey\\\" : \\\"w4Nf8zQe2LkYt7Rd9b\\\"}\";\n", "PrivateKey", 1, 36)]
    [InlineData("notes.txt", "The password is 'w4Nf8zQe2LkY'.\n", "password", 1, 18)]
    [InlineData("notes.txt", "<add key=\"ClearTextPassword\" value=\"w4Nf8zQe2LkY\" />\n", "ClearTextPassword", 1, 37)]
    [InlineData("credentials.xml", "<secret>{AQAAABAAAAAQk7Zr2mX9vQ4tLw8sYb1nHc5eJd0gPf3uAiOxRzTqKjW=}</secret>\n", "secret", 1, 9)]
    [InlineData("secret.yaml", "apiVersion: v1\nkind: Secret\ndata:\n  username: Ym9i\n  password: dzROZjh6UWUyTGtZ\n", "password", 5, 13)]
    [InlineData("secret.yaml", "kind: Secret\ndata:\n  .dockercfg: |\n    eyJhdXRoIjoidzROZjh6UWUyTGtZIn0K\n", ".dockercfg", 4, 5)]
    public void A_value_is_found_under_its_key(string path, string text, string name, int line, int column)
    {
        var found = Assert.Single(CredentialFile.Scan(path, Encoding.UTF8.GetBytes(text)));

        Assert.Equal((name, line, column), (found.Name, found.Line, found.Column));
    }

    [Theory]
    [InlineData("appsettings.json", "{ \"Smtp\": { \"Password\": \"CHANGE_ME\", \"ApiKey\": \"\", \"ClientSecretName\": \"prod/payments/key\" } }")]
    [InlineData("de.json", "{ \"password\": \"Passwort\", \"forgotPassword\": \"Passwort vergessen?\" }")]
    [InlineData("docker-compose.yml", "environment:\n  ADMIN_PASSWORD: ${ADMIN_PASSWORD}\n  RABBITMQ_DEFAULT_PASS_FILE: /run/secrets/broker_password\n")]
    [InlineData("deploy.yaml", "volumes:\n  - secret:\n      secretName: checkout-keystore\n")]
    [InlineData("web.config", "<add key=\"PasswordResetUrl\" value=\"https://shop.example.com/account/password/reset\" />")]
    [InlineData(".env.example", "ADMIN_PASSWORD=hunter2hunter\n")]
    [InlineData("package-lock.json", "{ \"integrity\": \"sha512-AAAA\", \"token\": \"a8Kd92jf7Lq0Zx3mVb6N\" }")]
    [InlineData("README.md", "Set the `password` to \"Pass@word1\".")]
    [InlineData("deploy.sh", "az login --service-principal -u $ID --password $SECRET --tenant contoso\ngh auth login --with-token --hostname github.example.com\n")]
    [InlineData("deploy.ps1", "$password = ConvertTo-SecureString $plain -AsPlainText -Force\n$pwd = Get-Secret\n")]
    [InlineData("icons.less", "@fa-var-user-secret: \"\\f21b\";\n")]
    [InlineData("account.json", "{ \"token_uri\": \"https://oauth2.googleapis.com/token\", \"auth_provider_x509_cert_url\": \"https://www.googleapis.com/oauth2/v1/certs\" }")]
    [InlineData("template.yaml", "Parameters:\n  DbPassword:\n    NoEcho: true\n    Type: String\n  Size:\n    Default: w4Nf8zQe2LkY\n")]
    [InlineData("settings.ini", "password = %(db_password)s\n")]
    [InlineData("values.yaml", "password: ENC[AES256_GCM,data:O5lPg4Qz,iv:c3dS4BCBMbnKsXYuz,tag:x8vJ6b0q,type:str]\n")]
    [InlineData("db.properties", "spring.datasource.password=ENC(tUf83Ex0oSbDGa8vaU1hGqesODG9J4j40EgLClQYrwNT)\n")]
    [InlineData("values.yaml", "password: \"{cipher}tUf83Ex0oSbDGa8vaU1hGqesODG9J4j4\"\n")]
    [InlineData("till.py", "api_token = f\"{prefix}-{number}\"\npassword = rf'{name}'\nsecret = f\"{data['secret']}/versions/latest9\"\nsecret = b\nkey = u + 'x'\n")]
    [InlineData("notes.txt", "mock_token=w4Nf8zQe2LkYt7Rd9bHc5eJd\nfakePassword = \"w4Nf8zQe2LkY\"\n")]
    [InlineData("notes.txt", "api_token - 'w4Nf8zQe2LkY?t7Rd9bHc5eJd'\nother token - '=w4Nf8zQe2LkYt7Rd9b'\n")]
    [InlineData("notes.txt", "export PUBLIC_API_KEY=w4Nf8zQe2LkYt7Rd9bHc5eJd\n")]
    [InlineData("notes.txt", "token = \"w4Nf8zQe2LkYt7Rd9b.....d0gPf3uAiOxRz\"\nbearer_token: eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXV\n")]
    [InlineData("Dump.java", "text.append(\"Password: \" + password() + \",\");\n")]
    [InlineData("secret.yaml", "kind: Secret\ndata:\n  AWS_ACCESS_KEY_ID: QUtJQUlPU0ZPRE5ON0VYQU1QTEU=\n")]
    [InlineData("secret.yaml", "kind: Secret\ndata:\n  password: {{ .Values.password | b64enc }}\n  ca.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t\n---\nkind: ConfigMap\ndata:\n  motd: d2VsY29tZSB0byB0aGUgc2hvcCE=\n")]
    [InlineData("field.ts", "return this.isHidden ? 'password' : 'text12';\ntype: \"input\" | \"checkbox\" | \"password\" = \"input9\"\n")]
    [InlineData("Languages/Portuguese.isl", "WizardPassword=Palavra-passe\n")]
    [InlineData("pack.psm1", "$packageTokens = [int]$packageTokens + 100\n@{ endpoint = $uri; password = $azt }\n")]
    [InlineData("login.spec.ts", "form.patchValue({ username: 'kasse', password: 'kasse123' });\n")]
    [InlineData("wwwroot/Localizations/es.Shop.json", "{ \"clientSecret\": \"Secreto\", \"repeat-password\": \"¡Las contraseñas no coinciden!\" }")]
    [InlineData("azuredeploy.json", "{ \"value\": \"[concat('DefaultEndpointsProtocol=https;AccountName=', variables('name'), ';AccountKey=', listKeys(resourceId('Microsoft.Storage/storageAccounts'), '2019-06-01').keys[0].value)]\" }")]
    [InlineData("notes.txt", "see https://login.example.com/discovery/keys?appid=7c1d3a52-8d0e-4f1b-9a6e-2b5f0c4d7e13.\n")]
    [InlineData(".github/workflows/ci.yml", "env:\n  NUGET_TOKEN: ${{ secrets.NUGET_TOKEN }}\n")]
    public void What_only_looks_like_one_is_left_alone(string path, string text) => Assert.Empty(CredentialFile.Scan(path, Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("secretsaudit:allow")]
    [InlineData("gitleaks:allow")]
    [InlineData("NOSONAR")]
    public void A_line_that_is_marked_as_allowed_is_allowed(string marker) => Assert.Empty(CredentialFile.Scan("db.properties", Encoding.UTF8.GetBytes($"password=w4Nf8zQe2LkY # {marker}\n")));

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Any_encoding_with_a_byte_order_mark_is_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.Single(CredentialFile.Scan(".env", [.. encoding.GetPreamble(), .. encoding.GetBytes("DB_PASSWORD=Pass@word\n")]));
    }

    [Fact]
    public void A_line_in_no_known_encoding_hides_nothing_behind_it() =>
        Assert.Single(CredentialFile.Scan(".env", [.. "NAME="u8, 0xFF, 0xC3, 0x28, .. "\nDB_PASSWORD=Pass@word\n"u8]));

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.yml")]
    [InlineData("a.xml")]
    [InlineData("a.env")]
    [InlineData("a.tf")]
    [InlineData("a.txt")]
    [InlineData("a.sh")]
    public void No_bytes_make_it_fail(string path)
    {
        string[] pieces = ["{", "}", "[", "]", "\"", "'", "password", "secret", ":", "=", "<", ">", "</", "/>", "<!--", "\\", "\n", "\r\n", " ", "\t", "://", "@", "-----BEGIN ", "PRIVATE KEY-----", "eyJ", "Basic ", "Password=", "Host=", ";", "ghp_", "- name:", "value:", "é", "\u0001", "${", "}}"];
        Gen.OneOfConst(pieces).Array[0, 60].Sample(parts => _ = CredentialFile.ScanText(path, string.Concat(parts)), iter: 5000, seed: "0000EnwZvOH6");
        Gen.Byte.Array[0, 200].Sample(bytes => _ = CredentialFile.Scan(path, bytes), iter: 2000, seed: "0000EnwZvOH6");
    }

    [Theory]
    [InlineData("Host=db;Username=app;Password='  '")]
    [InlineData("user=app password=\"  \"")]
    public void A_password_of_spaces_alone_is_none(string text) => Assert.Empty(CredentialFile.ScanText("a.yml", text));

    [Fact]
    public void A_line_of_many_findings_ends_with_the_first_thousand() =>
        Assert.Equal(1000, CredentialFile.ScanText("a.txt", string.Concat(Enumerable.Repeat("Bearer pX3uVr8kQm1zLd6YtB0wNc9s ", 20_000))).Count);

    [Theory]
    [InlineData("a.yml", "password: ${DB_PASSWORD}\n", "password: kA7xQ81z\n")]
    [InlineData("a.env", "PASSWORD=\n", "PASSWORD=kA7xQ81z\n")]
    public void A_credential_behind_any_number_of_names_that_hold_none_is_found(string path, string innocent, string credential) =>
        Assert.Equal(300_001, Assert.Single(CredentialFile.ScanText(path, string.Concat(Enumerable.Repeat(innocent, 300_000)) + credential)).Line);

    [Fact]
    public void A_line_of_many_megabytes_ends() =>
        Assert.Empty(CredentialFile.ScanText("a.json", "{\"a\":\"" + new string('a', 20_000_000) + "\"}"));
}
