using SecretsAudit.Analyzers.Settings;

namespace SecretsAudit.Analyzers.Tests;

/// <summary>Names of secrets in code against the exported inventory.</summary>
public sealed class InventoryTests
{
    private const string Inventory = """
        { "secrets": [ { "name": "prod/db", "state": "active", "tags": { "team": "pay" } }, { "name": "prod/old", "state": "pendingDeletion" } ] }
        """;

    [Theory]
    [InlineData("prod/db", false)]
    [InlineData("prod/old", true)]
    [InlineData("prod/missing", true)]
    [InlineData("arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/db-a1B2c3", false)]
    [InlineData("arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/db", false)]
    [InlineData("arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/other-a1B2c3", true)]
    public async Task A_name_that_the_inventory_does_not_have_or_that_is_going_is_found(string name, bool isFound)
    {
        var found = await Check.DiagnosticsAsync(
            [("src/App/Code.cs", $$"""
                class Request { public string SecretId { get; set; } = ""; }
                class Sample { const string Name = "{{name}}"; object Ask() => new Request { SecretId = Name }; }
                """)],
            settings: null,
            new FileText("/app/secretsaudit.inventory.json", Inventory));

        Assert.Equal(isFound ? ["SAUD2009"] : [], found.Select(finding => finding.Id));
    }

    [Theory]
    [InlineData("prod/chekout/api", "prod/checkout/api, prod/checkout/app")]
    [InlineData("prod/checkuot/app", "prod/checkout/app, prod/checkout/api")]
    [InlineData("pord/db", "prod/db")]
    [InlineData("prod/odl", "prod/db")]
    [InlineData("stage/db", "")]
    [InlineData("db", "")]
    [InlineData("", "")]
    public void A_mistyped_name_is_like_that_of_an_active_secret(string name, string nearest)
    {
        var names = SecretNames.Parse("""
            { "secrets": [ { "name": "prod/db" }, { "name": "prod/checkout/api" }, { "name": "prod/checkout/app" }, { "name": "prod/old", "state": "pendingDeletion" } ] }
            """);

        Assert.Equal(nearest, string.Join(", ", names.Nearest(name, most: 2)));
    }

    [Fact]
    public async Task The_finding_tells_the_nearest_name()
    {
        var found = await Check.DiagnosticsAsync(
            [("src/App/Code.cs", """
                class Request { public string SecretId { get; set; } = ""; }
                class Sample { object Ask() => new Request { SecretId = "prod/bd" }; }
                """)],
            settings: null,
            new FileText("/app/secretsaudit.inventory.json", Inventory));

        Assert.Contains("'prod/db'", Assert.Single(found).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_inventory_no_name_is_wrong() => Assert.Empty(await Check.DiagnosticsAsync("""
        class Request { public string SecretId { get; set; } = ""; }
        class Sample { object Ask() => new Request { SecretId = "prod/missing" }; }
        """));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"secrets\":[}")]
    [InlineData("[{\"name\":\"x\\u12\"}]")]
    [InlineData("{} x")]
    public void A_malformed_inventory_is_refused(string json) => Assert.Throws<FormatException>(() => SecretNames.Parse(json));

    [Fact]
    public void An_inventory_that_nests_without_end_is_refused() =>
        Assert.Throws<FormatException>(() => SecretNames.Parse(new string('[', 100_000)));

    [Fact]
    public async Task A_malformed_inventory_is_reported_where_it_is()
    {
        var found = await Check.DiagnosticsAsync([("a.cs", "class A;")], settings: null, new FileText("/app/secretsaudit.inventory.json", "{"));

        var finding = Assert.Single(found);
        Assert.Equal("SAUD2009", finding.Id);
        Assert.Equal("/app/secretsaudit.inventory.json", finding.Location.GetLineSpan().Path);
    }
}
