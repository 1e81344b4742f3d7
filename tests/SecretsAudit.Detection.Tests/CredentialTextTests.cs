namespace SecretsAudit.Detection.Tests;

/// <summary>What a text alone gives away.</summary>
public sealed class CredentialTextTests
{
    private const string Key = "-----BEGIN " + "RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAx7Lk2dYz0q1nT8vWcQ9hFbE3\nsU6mGjRpZ4aXoKtHyNfB5iDlCwVxO2eS8rJ1uPzM\n-----END " + "RSA PRIVATE KEY-----";
    private const string Jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9" + ".eyJzdWIiOiJjaGVja291dCIsImlhdCI6MX0" + ".q3u8Vd1Kx0ZtBf7mYw9LsPcR2hJn5GaE";

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
