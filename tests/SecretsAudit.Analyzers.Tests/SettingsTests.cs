namespace SecretsAudit.Analyzers.Tests;

/// <summary>What <c>.editorconfig</c> changes.</summary>
public sealed class SettingsTests
{
    private const string Prefix = "dotnet_code_quality.SAUD2001.";

    [Fact]
    public Task An_added_word_makes_a_name_a_credentials() =>
        Check.FindsAsync("""class A { string _zugangscode = [|"hunter2x9"|]; }""", settings: (Prefix + "additional_words", "zugangscode|pin"));

    [Fact]
    public Task An_allowed_value_is_not_found() =>
        Check.FindsAsync("""class A { string _password = "hunter2x"; string _other = "x"; }""", settings: (Prefix + "allowed_values", "hunter2x"));

    [Theory]
    [InlineData("low", """class A { string _password = [|"winter"|]; }""")]
    [InlineData("high", """class A { string _password = "winter"; }""")]
    [InlineData("nonsense", """class A { string _password = [|"winter"|]; }""")]
    public Task Only_what_is_sure_enough_is_reported(string confidence, string source) =>
        Check.FindsAsync(source, settings: (Prefix + "minimum_confidence", confidence));

    [Theory]
    [InlineData("soft", """class A { string _password = "winter19"; }""")]
    [InlineData("soft", """class A { string _token = [|"ghp_|REST|"|]; }""")]
    [InlineData("full", """class A { string _password = [|"winter19"|]; }""")]
    [InlineData("off", """class A { string _token = "ghp_|REST|"; }""")]
    public Task Test_code_is_judged_as_it_is_set(string treatment, string source) =>
        Check.FindsAsync(
            source.Replace("|REST|", "k2Jd8sLq0ZxC" + "vB5nM7aWeR4tYu1I" + "oP0LJr26", StringComparison.Ordinal), "tests/App.Tests/CodeTests.cs", (Prefix + "test_projects", treatment));

    [Theory]
    [InlineData("src/App/TestData/Accounts.cs", """class A { string _password = "winter19"; }""")]
    [InlineData("fixtures/Accounts.cs", """class A { string _password = "winter19"; }""")]
    [InlineData("src/App/Seeds/Accounts.cs", """class A { string _password = [|"winter19"|]; }""")]
    public Task What_tests_read_is_test_code_and_what_a_database_starts_with_is_not(string path, string source) => Check.FindsAsync(source, path);

    [Fact]
    public async Task Generated_code_is_not_analysed() =>
        Assert.Empty(await Check.DiagnosticsAsync([("Model.g.cs", """class A { string _password = "hunter2x"; }""")]));

    [Fact]
    public async Task A_pragma_suppresses_a_finding() => Assert.DoesNotContain(
        await Check.DiagnosticsAsync("""
            class A {
            #pragma warning disable SAUD2001
                string _password = "hunter2x";
            #pragma warning restore SAUD2001
            }
            """),
        finding => !finding.IsSuppressed);
}
