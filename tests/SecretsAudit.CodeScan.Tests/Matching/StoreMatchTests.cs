using System.Text;
using SecretsAudit.CodeScan.Matching;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan.Tests.Matching;

/// <summary>A value of the store is told from everything that only looks like one.</summary>
public sealed class StoreMatchTests
{
    private static readonly string Value = string.Concat("blue", "-Heron.", "4417");
    private readonly StoredValues _stored = new();

    public StoreMatchTests() => _stored.Add(new("prod/db", "AWSCURRENT"), $$"""{ "engine": "postgresql16", "username": "app_readonly_7", "password": "{{Value}}" }""");

    [Theory]
    [InlineData("notes.md", "we log in with {0} for now")]
    [InlineData("a.json", "{{ \"color\": \"{0}\" }}")]
    [InlineData("a.sql", "connect 'Server=db;Uid=app;Pwd={0};'")]
    [InlineData("A.cs", "class A {{ string color = \"{0}\"; }}")]
    public async Task The_credential_inside_a_secret_is_told_wherever_it_stands(string name, string text)
    {
        var finding = Assert.Single((await ScanAsync(name, string.Format(System.Globalization.CultureInfo.InvariantCulture, text, Value))).Findings);

        Assert.Equal(("SAUD2012", Severity.Critical), (finding.RuleId, finding.Severity));
        Assert.Contains("prod/db", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Value, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_in_base64_is_told_too()
    {
        Assert.Single((await ScanAsync("secret.txt", Convert.ToBase64String(Encoding.UTF8.GetBytes(Value)))).Findings, finding => finding.RuleId == "SAUD2012");
    }

    [Theory]
    [InlineData("the engine is postgresql16, the user app_readonly_7")]
    [InlineData("x{0}")]
    [InlineData("{0}9")]
    public async Task Where_and_as_whom_is_no_secret_and_neither_is_a_longer_word(string text)
    {
        Assert.Empty((await ScanAsync("notes.txt", string.Format(System.Globalization.CultureInfo.InvariantCulture, text, Value))).Findings);
    }

    [Fact]
    public async Task A_former_value_is_told_as_such()
    {
        _stored.Add(new("prod/key", "AWSPREVIOUS"), string.Concat("Old.", "Value-", "1234567"));

        var finding = Assert.Single((await ScanAsync("notes.txt", "it was Old." + "Value-1234567 then")).Findings);

        Assert.Contains("previous value of the secret prod/key", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_everyday_word_counts_only_where_a_credential_stands()
    {
        _stored.Add(new("dev/db", "AWSCURRENT"), "postgres");

        var result = await ScanAsync("docker-compose.yml", "image: postgres\nenvironment:\n  POSTGRES_PASSWORD: postgres\n");

        Assert.All(result.Findings, finding => Assert.Equal(3, ((FindingSubject.Code)finding.Subject).Line));
    }

    [Fact]
    public async Task The_place_is_the_value_and_nothing_else_is_told_there()
    {
        var finding = Assert.Single((await ScanAsync("a.yaml", $"a: 1\nPassword: {Value}\n")).Findings);

        Assert.Equal(new FindingSubject.Code("a.yaml", 2, 11, 2, 11 + Value.Length), finding.Subject);
    }

    private Task<CodeScanResult> ScanAsync(string name, string text) =>
        ContentScanner.ScanAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, new() { Paths = [], Stored = _stored }, CancellationToken.None);
}
