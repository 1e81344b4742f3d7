namespace SecretsAudit.Analyzers.Tests;

/// <summary>Configuration files that a project hands to the compiler.</summary>
public sealed class ConfigurationFileTests
{
    [Theory]
    [InlineData("appsettings.json", "{\n  \"Db\": { \"Password\": \"hunter2x\" }\n}", 1)]
    [InlineData("appsettings.Development.json", "{\n  \"ConnectionStrings\": { \"Default\": \"Server=db;User Id=sa;Password=Winter19;\" }\n}", 1)]
    [InlineData("web.config", "<configuration>\n<appSettings><add key=\"SmtpPassword\" value=\"hunter2x\" /></appSettings></configuration>", 1)]
    [InlineData(".env", "A=1\nDB_PASSWORD=hunter2x", 1)]
    [InlineData("docker-compose.yml", "services:\n  db: { }\n  x:\n    environment:\n      POSTGRES_PASSWORD: hunter2x\n", 4)]
    [InlineData("main.tf", "resource \"aws_db_instance\" \"db\" {\n  password = \"hunter2x\"\n}", 1)]
    public async Task A_credential_is_reported_at_its_line(string name, string text, int line)
    {
        var found = await Check.DiagnosticsAsync([("a.cs", "class A;")], settings: null, new FileText($"/app/{name}", text));

        var place = Assert.Single(found).Location.GetLineSpan();
        Assert.Equal($"/app/{name}", place.Path);
        Assert.Equal(line, place.StartLinePosition.Line);
    }

    [Theory]
    [InlineData("appsettings.json", "{ \"Db\": { \"Password\": \"\" }, \"Logging\": { \"Token\": \"${TOKEN}\" } }")]
    [InlineData("notes.txt", "password = hunter2x")]
    [InlineData("appsettings.json", "{{{{ \"")]
    public async Task What_is_no_credential_or_no_configuration_is_not_reported(string name, string text) =>
        Assert.Empty(await Check.DiagnosticsAsync([("a.cs", "class A;")], settings: null, new FileText($"/app/{name}", text)));

    [Fact]
    public async Task A_value_that_is_allowed_is_not_reported() => Assert.Empty(await Check.DiagnosticsAsync(
        [("a.cs", "class A;")],
        [("dotnet_code_quality.SAUD2001.allowed_values", "other|hunter2x")],
        new FileText("/app/appsettings.json", "{ \"Db\": { \"Password\": \"hunter2x\" } }")));
}
