namespace SecretsAudit.Detection.Tests;

/// <summary>What a text alone gives away.</summary>
public sealed class CredentialTextTests
{
    private const string Key = "-----BEGIN " + "RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAx7Lk2dYz0q1nT8vWcQ9hFbE3\nsU6mGjRpZ4aXoKtHyNfB5iDlCwVxO2eS8rJ1uPzM\n-----END " + "RSA PRIVATE KEY-----";
    private const string Jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9" + ".eyJzdWIiOiJjaGVja291dCIsImlhdCI6MX0" + ".q3u8Vd1Kx0ZtBf7mYw9LsPcR2hJn5GaE";

    [Theory]
    [InlineData("https://api.example.net/v1/films?apikey=4c8d9527", "4c8d9527")]
    [InlineData("https://api.example.net/v1/list?page=2&key=AemQ06R35S1Y8rXnOzYvT8I4", "AemQ06R35S1Y8rXnOzYvT8I4")]
    [InlineData("https://api.example.net/v1?tokenkey=5j5jvhn9hm6qojajn61pe1ccqly4", "5j5jvhn9hm6qojajn61pe1ccqly4")]
    public void A_token_in_a_urls_query_is_found(string text, string token)
    {
        var match = Assert.Single(Find(text));

        Assert.Equal(("url-query-token", token), (match.Format, text.Substring(match.Start, match.Length)));
    }

    [Theory]
    [InlineData("https://example.net/items?key=name&token=refresh")]
    [InlineData("https://example.net/items?apikey={apiKey}&page=2")]
    [InlineData("https://example.net/items?api_key=YOUR_API_KEY")]
    [InlineData("https://example.net/items?key=3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [InlineData("select * from items where x=1&apikey=4c8d9527")]
    [InlineData("Login: Username=100, Password=101.")]
    public void A_query_without_one_is_left_alone(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("$db = new PDO($dsn, 'app', $password);")]
    [InlineData("DriverManager.getConnection(url, \"app\", password)")]
    [InlineData("DriverManager.getConnection(String url, String user, String password) opens it, as in \"h8Rk2vNx5QtW\"")]
    [InlineData("$db = new mysqli('db', 'username', 'password', 'shop');")]
    [InlineData("ConvertTo-SecureString $env:TILL_PASSWORD2 -AsPlainText -Force")]
    [InlineData("$text2 | ConvertTo-SecureString -AsPlainText -Force")]
    [InlineData("CREATE USER app IDENTIFIED BY password;")]
    [InlineData("CREATE USER app IDENTIFIED BY :password1;")]
    [InlineData("HTTPBasicAuth('h8Rk2vNx5QtW')")]
    [InlineData("myHTTPBasicAuth('app', 'h8Rk2vNx5QtW')")]
    public void What_is_given_no_password_as_text_is_left_alone(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("CREATE USER 'app'@'%' IDENTIFIED BY 'h8Rk2vNx5QtW';", "sql-password")]
    [InlineData("alter role app with login password 'h8Rk2vNx5QtW';", "sql-password")]
    [InlineData("CREATE LOGIN app WITH PASSWORD = N'h8Rk2vNx5QtW';", "sql-password")]
    [InlineData("$p = ConvertTo-SecureString -String \"h8Rk2vNx5QtW\" -AsPlainText", "powershell-password")]
    [InlineData("ConvertTo-SecureString -AsPlainText -Force h8Rk2vNx5QtW", "powershell-password")]
    [InlineData("ConvertTo-SecureString -AsPlainText -Force -String 'h8Rk2vNx5QtW'", "powershell-password")]
    [InlineData("CREATE USER app IDENTIFIED BY h8Rk2vNx5QtW;", "sql-password")]
    [InlineData("$c = New-Object System.Net.NetworkCredential('app', 'h8Rk2vNx5QtW')", "call-password")]
    [InlineData("$c = New-Object System.Management.Automation.PSCredential (\"SHOP\\app\", \"h8Rk2vNx5QtW\")", "call-password")]
    [InlineData("$d = New-Object DirectoryServices.DirectoryEntry(\"LDAP://10.2.0.7\", \"SHOP\\app\", \"h8Rk2vNx5QtW\")", "call-password")]
    [InlineData("Connection c = DriverManager.getConnection(url(\"shop\", 2), user, \"h8Rk2vNx5QtW\");", "call-password")]
    [InlineData("$db = new PDO(\"mysql:host=db, port=3306\", 'app',\n  'h8Rk2vNx5QtW');", "call-password")]
    [InlineData("requests.get(url, auth=HTTPBasicAuth('app', 'h8Rk2vNx5QtW'))", "call-password")]
    [InlineData("npm login -r https://npm.example.net -u app -p h8Rk2vNx5QtW", "command-password")]
    [InlineData("cache.internal:6379,password=h8Rk2vNx5QtW", "connection-string-password")]
    public void A_password_is_found_where_a_language_takes_one(string text, string format)
    {
        var match = Assert.Single(Find(text));

        Assert.Equal((format, "h8Rk2vNx5QtW"), (match.Format, text.Substring(match.Start, match.Length)));
    }

    [Theory]
    [InlineData("-- CREATE ROLE app WITH PASSWORD 'h8Rk2vNx5QtW'")]
    [InlineData("CREATE USER app WITH PASSWORD '${DB_PASSWORD}'")]
    [InlineData("ConvertTo-SecureString \"$plain\" -AsPlainText")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nYWJjZGVmZ2hpamtsbW5v\n-----END PRIVATE KEY-----\n")]
    public void A_language_that_is_given_none_is_left_alone(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("$2y$10$", 53)]
    [InlineData("$6$k5ka2p8b$", 86)]
    [InlineData("$apr1$x8vJ6b0q$", 22)]
    public void A_passwords_hash_is_found_and_no_more_than_a_hint(string prefix, int length)
    {
        var random = new Random(length);
        var hash = prefix + new string(random.GetItems("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789".AsSpan(), length));

        var match = Assert.Single(Find($"app:{hash}\n"));

        Assert.Equal(("password-hash", CredentialConfidence.Low), (match.Format, match.Confidence));
    }

    [Theory]
    [InlineData("sshpass -p 'h8Rk2vNx5QtW' ssh deploy@host")]
    [InlineData("curl -fsS -u deploy:h8Rk2vNx5QtW https://host/")]
    [InlineData("curl --user=deploy:h8Rk2vNx5QtW https://host/")]
    [InlineData("curl --user deploy:'h8Rk2vNx5QtW' https://host/")]
    [InlineData("psi.Arguments = \"-c \\\"curl -u deploy:h8Rk2vNx5QtW https://host/\\\"\";")]
    [InlineData("PsExec.exe \\\\build01 -u Administrator -p h8Rk2vNx5QtW cmd")]
    [InlineData("mysqldump -u root -ph8Rk2vNx5QtW shop")]
    [InlineData("/opt/mssql-tools/bin/sqlcmd -S localhost -U sa -P \"h8Rk2vNx5QtW\" -Q 'SELECT 1'")]
    [InlineData("test: [\"CMD\", \"/opt/mssql-tools/bin/sqlcmd\", \"-U\", \"sa\", \"-P\", \"h8Rk2vNx5QtW\"]")]
    [InlineData("docker login \\\n  -u bob -p h8Rk2vNx5QtW registry.example")]
    [InlineData("curl -u :h8Rk2vNx5QtW https://host/")]
    [InlineData("openssl pkcs12 -in a.pfx -passin pass:h8Rk2vNx5QtW")]
    public void A_password_that_a_command_is_given_is_found(string text)
    {
        var match = Assert.Single(Find(text));

        Assert.Equal(("command-password", "h8Rk2vNx5QtW"), (match.Format, text.Substring(match.Start, match.Length)));
    }

    [Theory]
    [InlineData("curl -u \"$USER:$PASSWORD\" https://host/")]
    [InlineData("curl -u user:password https://host/")]
    [InlineData("mysql -u root -p shop")]
    [InlineData("docker run -p 8080:80 nginx; docker login -u bob --password-stdin")]
    [InlineData("sshpass -e ssh host | tee -p h8Rk2vNx5QtW")]
    [InlineData("openssl rsa -in key.pem -passin pass:\"$KEY_PASSWORD\"")]
    [InlineData("key: mysql-password")]
    public void A_command_that_is_given_none_is_left_alone(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("Host=db;Database=orders;Username=a;Password=Kq4vT9wZ2mXb", "connection-string-password", "Kq4vT9wZ2mXb")]
    [InlineData("Server=tcp:x,1433;User ID=sa;Password=Pass@word;Encrypt=true", "connection-string-password", "Pass@word")]
    [InlineData("Driver={SQL Server};Server=x;Uid=sa;Pwd='a;b9';", "connection-string-password", "a;b9")]
    [InlineData("cache:6380,password=Zx81kLw02m,ssl=True,abortConnect=False", "connection-string-password", "Zx81kLw02m")]
    [InlineData("amqps://checkout:h8Rk2vNx5QtW@broker.internal:5671/orders", "url-password", "h8Rk2vNx5QtW")]
    [InlineData("mongodb+srv://app:p4ss-Word9@cluster0.mongodb.net/db", "url-password", "p4ss-Word9")]
    public void A_password_is_found_where_it_stands(string text, string format, string value)
    {
        var match = Assert.Single(Find(text));

        Assert.Equal(format, match.Format);
        Assert.Equal(value, text.Substring(match.Start, match.Length));
    }

    [Fact]
    public void A_private_key_is_found_and_an_encrypted_one_told_apart()
    {
        Assert.Equal("private-key", Assert.Single(Find(Key)).Format);
        Assert.Equal("encrypted-private-key", Assert.Single(Find(Key.Replace("MIIE", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nMIIE", StringComparison.Ordinal))).Format);
        Assert.Empty(Find(Key.Replace("RSA PRIVATE KEY", "PUBLIC KEY", StringComparison.Ordinal)));
        Assert.Empty(Find("-----BEGIN " + "PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----"));
    }

    [Theory]
    [InlineData("RSA PRIVATE KEY", "encoded-private-key")]
    [InlineData("PRIVATE KEY", "encoded-private-key")]
    [InlineData("ENCRYPTED PRIVATE KEY", "encrypted-private-key")]
    [InlineData("CERTIFICATE", null)]
    public void A_private_key_that_is_encoded_once_more_is_found(string label, string? format)
    {
        var encoded = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(Key.Replace("RSA PRIVATE KEY", label, StringComparison.Ordinal)));

        Assert.Equal(format, Find($"client-key-data: {encoded}\n").SingleOrDefault()?.Format);
    }

    [Theory]
    [InlineData("190000000000000017", CredentialConfidence.High)]
    [InlineData("1900aB00#000000017", CredentialConfidence.Medium)]
    public void A_bots_token_is_surer_when_a_bots_id_stands_in_it(string id, CredentialConfidence confidence)
    {
        var token = $"{Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(id))}.Gq3xTb.{"w4Nf8zQe2LkYt7Rd9bHc5eJd0gPfAiOxRzTq"}";

        var match = Assert.Single(Find($"client.login('{token}')"));

        Assert.Equal(("discord-bot-token", confidence, token.Length), (match.Format, match.Confidence, match.Length));
        Assert.Empty(Find($"client.login('{token[..^12]}')"));
    }

    [Theory]
    [InlineData("curl -H 'Authorization: token w4Nf8zQe2LkYt7Rd9bHc5eJd' https://host/", "authorization-token", "w4Nf8zQe2LkYt7Rd9bHc5eJd")]
    [InlineData("curl -H 'Authorization: w4Nf8zQe2LkYt7Rd9bHc5eJd' https://host/", "authorization-token", "w4Nf8zQe2LkYt7Rd9bHc5eJd")]
    [InlineData("RUN echo \"machine git.host login bob password w4Nf8zQe2LkY\" > ~/.netrc", "login-password", "w4Nf8zQe2LkY")]
    [InlineData("machine git.host\n  login bob\n  password w4Nf8zQe2LkY\n", "login-password", "w4Nf8zQe2LkY")]
    public void A_token_or_password_is_found_behind_what_leads_up_to_it(string text, string format, string value)
    {
        var match = Assert.Single(Find(text));

        Assert.Equal((format, value), (match.Format, text.Substring(match.Start, match.Length)));
    }

    [Fact]
    public void What_leads_up_to_a_formats_token_is_no_part_of_it()
    {
        const string Text = "mosquitto: https://thingsboard.cloud/api/v1/w4Nf8zQe2LkYt7Rd9bHc/telemetry";

        var match = Assert.Single(Find(Text));

        Assert.Equal(("thingsboard-device-token", "w4Nf8zQe2LkYt7Rd9bHc"), (match.Format, Text.Substring(match.Start, match.Length)));
    }

    [Theory]
    [InlineData("Authorization: token $GITHUB_TOKEN")]
    [InlineData("Authorization: Digest username=\"app\"")]
    [InlineData("machine git.host login bob password $TOKEN")]
    [InlineData("machine learning needs no login and no password")]
    [InlineData("https://private-user-images.githubusercontent.com/1/2.png?jwt=" + Jwt)]
    public void What_leads_up_to_none_is_left_alone(string text) => Assert.Empty(Find(text));

    [Fact]
    public void A_key_that_curl_is_given_for_a_name_is_found() => Assert.Equal("command-password", Assert.Single(Find("curl https://host/ -u w4Nf8zQe2LkYt7Rd:")).Format);

    [Fact]
    public void A_signed_token_that_is_encoded_once_more_is_found()
    {
        var encoded = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(Jwt));

        var match = Assert.Single(Find($"token: {encoded}\n"));

        Assert.Equal((CredentialKind.Jwt, encoded.TrimEnd('=').Length), (match.Kind, match.Length));
        Assert.Empty(Find($"token: {encoded[..60]}\n"));
    }

    [Fact]
    public void A_signed_token_is_found_by_its_header() => Assert.Equal(CredentialKind.Jwt, Assert.Single(Find($"Authorization: Bearer {Jwt}")).Kind);

    [Fact]
    public void Basic_authorisation_is_found_when_it_decodes_to_user_and_password()
    {
        var header = "Basic " + Convert.ToBase64String("checkout:Kq4vT9wZ2mXb"u8);

        Assert.Equal("basic-authorization", Assert.Single(Find(header)).Format);
        Assert.Empty(Find("Basic " + Convert.ToBase64String("user:password"u8)));
        Assert.Empty(Find("Basic authentication is required"));
    }

    [Theory]
    [InlineData("Host=db;Username=a;Password=${DB_PASSWORD}")]
    [InlineData("Host=db;Username=a;Password={0}")]
    [InlineData("Host=db;Username=a;Password=<password>;")]
    [InlineData("select 1 from accounts where mail = @mail and password = @password")]
    [InlineData("AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoMGMw==;")]
    [InlineData("amqp://guest:${BROKER_PASSWORD}@localhost:5672/")]
    [InlineData("https://user:password@example.com/")]
    [InlineData("https://example.com/a:b@c")]
    [InlineData("ssh://git@host:22/path")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    public void A_template_an_example_and_an_emulator_are_no_findings(string text) => Assert.Empty(Find(text));

    [Fact]
    public void Nothing_is_allocated_for_a_text_without_credentials()
    {
        var text = string.Concat(Enumerable.Repeat("public sealed class Order(Guid id) { public Guid Id => id; } // https://example.com/path\n", 200)).AsSpan();
        var matches = new List<CredentialMatch>();
        CredentialText.Find(text, matches);

        var before = GC.GetAllocatedBytesForCurrentThread();
        CredentialText.Find(text, matches);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(matches);
    }

    private static List<CredentialMatch> Find(string text)
    {
        var matches = new List<CredentialMatch>();
        CredentialText.Find(text, matches);
        return matches;
    }
}
