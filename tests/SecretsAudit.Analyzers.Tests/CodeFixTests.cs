using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecretsAudit.Analyzers.CodeFixes;
using SecretsAudit.Analyzers.Rules;

namespace SecretsAudit.Analyzers.Tests;

/// <summary>The offered changes take the credential out of the source, and what is left compiles and is clean.</summary>
public sealed class CodeFixTests
{
    private const string Configuration = """
        namespace Microsoft.Extensions.Configuration { public interface IConfiguration { string? this[string key] { get; set; } } }
        public class SecretsManagerCache { public System.Threading.Tasks.Task<string> GetSecretString(string id) => System.Threading.Tasks.Task.FromResult(id); }
        public class GetSecretValueResponse { public string Name { get; set; } = ""; public string SecretString { get; set; } = ""; }
        public class GetSecretValueRequest { public string SecretId { get; set; } = ""; }

        """;

    [Theory]
    [InlineData("environment", """class A { string _dbPassword = "hunter2x"; }""", "System.Environment.GetEnvironmentVariable(\"DB_PASSWORD\")")]
    [InlineData("environment", """class A { private const string ApiSecret = "k9Xw2LpQ7vTz"; string Get() => ApiSecret; }""", "private static readonly string ApiSecret")]
    [InlineData("environment", """class A { void M() { const string password = "hunter2x"; System.Console.WriteLine(password.Length); } }""", "string password = ")]
    [InlineData("environment", """class A { void M() { var password = "hunter2x"u8.ToArray(); System.Console.WriteLine(password.Length); } }""", "UTF8.GetBytes")]
    [InlineData("environment", """class A { char[] _password = { 'h', 'u', 'n', 't', 'e', 'r', '2' }; }""", "ToCharArray()")]
    [InlineData("environment", """class A { byte[] _encryptionKey = { 1, 24, 33, 4, 51, 6, 72, 8, 9 }; }""", "Convert.FromBase64String(")]
    [InlineData("environment", """class A { bool M(string password) => password == "hunter2x"; }""", "\"PASSWORD\"")]
    [InlineData("environment", """class A { object M() => new System.Net.NetworkCredential("u", "Winter19"); }""", "PASSWORD")]
    [InlineData("environment", """class A { string _password = "hunt" + "er2x"; }""", "GetEnvironmentVariable(\"PASSWORD\")")]
    [InlineData("environment", """class A { string _db = "Host=db;Username=app;Password=Winter19"; }""", "\"DB\"")]
    [InlineData("configuration", """class A(Microsoft.Extensions.Configuration.IConfiguration configuration) { string M() { var smtpPassword = "hunter2x"; return smtpPassword + configuration; } }""", "configuration[\"SmtpPassword\"]")]
    [InlineData("configuration", """class A { readonly Microsoft.Extensions.Configuration.IConfiguration _settings = null!; object M() => new System.Collections.Generic.Dictionary<string, string> { ["Db:Password"] = "hunter2x" }; }""", "_settings[\"Db:Password\"]")]
    [InlineData("secrets-manager", """class A { async System.Threading.Tasks.Task M(SecretsManagerCache cache) { var dbPassword = "hunter2x"; await System.Threading.Tasks.Task.Yield(); System.Console.WriteLine(dbPassword.Length); } }""", "await cache.GetSecretString(\"db-password\")")]
    [InlineData("placeholder", """class A { public const string Password = "hunter2x"; }""", "\"<password>\"")]
    [InlineData("placeholder", """class A { void M(string password = "hunter2x") { } }""", "\"<password>\"")]
    [InlineData("placeholder", """class A { [System.ComponentModel.DefaultValue("hunter2x")] public string Password { get; set; } = ""; }""", "\"<password>\"")]
    public async Task The_fixed_code_compiles_and_has_the_credential_no_more(string key, string source, string expected)
    {
        var document = Document(source);
        var finding = Assert.Single(await FindingsAsync(document));

        var action = Assert.Single(await ActionsAsync(document, finding), action => action.EquivalenceKey == key);
        var changed = await ApplyAsync(document.Project.Solution, action, document.Id);

        var text = (await changed.GetTextAsync()).ToString();
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Empty((await changed.Project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
        Assert.Empty(await FindingsAsync(changed));
    }

    [Theory]
    [InlineData("""class A { public const string Password = "hunter2x"; }""")]
    [InlineData("""class A { void M(string password = "hunter2x") { } }""")]
    [InlineData("""class A { void M(string password) { switch (password) { case "hunter2x": return; } } }""")]
    public async Task Where_the_language_wants_a_constant_only_a_placeholder_is_offered(string source)
    {
        var document = Document(source);

        var actions = await ActionsAsync(document, Assert.Single(await FindingsAsync(document)));

        Assert.Equal(["placeholder"], actions.Select(action => action.EquivalenceKey));
    }

    [Theory]
    [InlineData("if (sent == response.SecretString) return 1;", "FixedTimeEquals(global::System.Text.Encoding.UTF8.GetBytes(sent), global::System.Text.Encoding.UTF8.GetBytes(response.SecretString))")]
    [InlineData("if (response.SecretString != sent) return 1;", "!global::System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(")]
    [InlineData("if (string.Equals(response.SecretString, maybe, System.StringComparison.Ordinal)) return 1;", "GetBytes(maybe ?? \"\")")]
    public async Task A_secret_is_compared_in_fixed_time(string statement, string expected)
    {
        var document = Document($"class A {{ int M(string sent, string? maybe, GetSecretValueResponse response) {{ {statement} return sent.Length + (maybe?.Length ?? 0); }} }}");
        var finding = Assert.Single(await FindingsAsync(document), finding => finding.Id == "SAUD2010");

        var action = Assert.Single(await ActionsAsync(document, finding, new FixedTimeComparisonFix()));
        var changed = await ApplyAsync(document.Project.Solution, action, document.Id);

        Assert.Contains(expected, (await changed.GetTextAsync()).ToString(), StringComparison.Ordinal);
        Assert.Empty((await changed.Project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
        Assert.Empty(await FindingsAsync(changed));
    }

    [Fact]
    public async Task A_comparison_that_means_something_else_is_left_to_a_person()
    {
        var document = Document("class A { bool M(string sent, GetSecretValueResponse response) => string.Equals(response.SecretString, sent, System.StringComparison.OrdinalIgnoreCase); }");

        Assert.Empty(await ActionsAsync(document, Assert.Single(await FindingsAsync(document)), new FixedTimeComparisonFix()));
    }

    [Theory]
    [InlineData("System.Console.WriteLine(response.SecretString);", "WriteLine(response.Name)")]
    [InlineData("System.Console.WriteLine(value: response.SecretString);", "WriteLine(value: response.Name)")]
    [InlineData("System.Console.WriteLine($\"Read {response.SecretString} of {sent}\");", "$\"Read {response.Name} of {sent}\"")]
    [InlineData("System.Console.WriteLine(\"Read \" + (response.SecretString) + sent);", "\"Read \" + (response.Name) + sent")]
    [InlineData("throw new System.InvalidOperationException($\"No number: {response.SecretString}\");", "No number: {response.Name}")]
    public async Task A_secrets_name_is_logged_where_its_value_was(string statement, string expected)
    {
        var document = Document($"class A {{ int M(string sent, GetSecretValueResponse response) {{ {statement} return sent.Length; }} }}");
        var finding = Assert.Single(await FindingsAsync(document), finding => finding.Id == "SAUD2007");

        var action = Assert.Single(await ActionsAsync(document, finding, new LoggedSecretFix()));
        var changed = await ApplyAsync(document.Project.Solution, action, document.Id);

        Assert.Contains(expected, (await changed.GetTextAsync()).ToString(), StringComparison.Ordinal);
        Assert.Empty((await changed.Project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
        Assert.Empty(await FindingsAsync(changed));
    }

    [Theory]
    [InlineData("System.Console.WriteLine(response.SecretString.Split(',')[0]);")]
    [InlineData("var value = response.SecretString; System.Console.WriteLine(value);")]
    public async Task What_is_made_of_a_value_before_it_is_logged_is_left_to_a_person(string statement)
    {
        var document = Document($"class A {{ void M(GetSecretValueResponse response) {{ {statement} }} }}");

        Assert.Empty(await ActionsAsync(document, Assert.Single(await FindingsAsync(document)), new LoggedSecretFix()));
    }

    [Fact]
    public async Task A_secret_that_is_not_there_becomes_one_of_the_nearest_that_are()
    {
        var document = Document("""class A { object M() => new GetSecretValueRequest { SecretId = "prod/chekout" }; }""");
        var project = document.Project.AddAdditionalDocument(
            "secretsaudit.inventory.json",
            """{ "secrets": [ { "name": "prod/checkouts" }, { "name": "prod/checkout" }, { "name": "prod/mail" } ] }""",
            filePath: "/src/App/secretsaudit.inventory.json").Project;
        document = project.GetDocument(document.Id)!;
        var finding = Assert.Single(await FindingsAsync(document));

        var actions = await ActionsAsync(document, finding, new SecretNameFix());
        var changed = await ApplyAsync(project.Solution, actions[0], document.Id);

        Assert.Equal(["Read 'prod/checkout'", "Read 'prod/checkouts'"], actions.Select(action => action.Title));
        Assert.Contains("SecretId = \"prod/checkout\"", (await changed.GetTextAsync()).ToString(), StringComparison.Ordinal);
        Assert.Empty(await FindingsAsync(changed));
    }

    [Fact]
    public async Task A_part_of_a_longer_text_is_left_to_a_person()
    {
        var document = Document("""class A { string M(string host) => "Host=" + host + ";Username=app;Password=Winter19"; }""");

        Assert.Empty(await ActionsAsync(document, Assert.Single(await FindingsAsync(document))));
    }

    [Fact]
    public async Task All_findings_of_a_document_are_fixed_at_once()
    {
        var document = Document("""
            class A
            {
                string _dbPassword = "hunter2x";
                string _mailPassword = "hunter3y";
                object M() => new System.Net.NetworkCredential("u", "Winter19");
            }
            """);
        var findings = await FindingsAsync(document);
        var provider = new CredentialCodeFix();
        var context = new FixAllContext(document, provider, FixAllScope.Document, "environment", provider.FixableDiagnosticIds, new Found(findings), CancellationToken.None);

        var action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        var changed = await ApplyAsync(document.Project.Solution, action!, document.Id);

        Assert.Equal(3, findings.Length);
        Assert.Empty(await FindingsAsync(changed));
        Assert.Empty((await changed.Project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
    }

    private static Document Document(string source)
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "sample", "sample", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: Check.Parsing,
            metadataReferences: Net100.References.All));
        return project.AddDocument("Support.cs", Configuration).Project.AddDocument("Code.cs", source, filePath: "/src/App/Code.cs");
    }

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Document document)
    {
        var compilation = await document.Project.GetCompilationAsync();
        return await compilation!.WithAnalyzers([new CredentialAnalyzer()], document.Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
    }

    private static async Task<List<CodeAction>> ActionsAsync(Document document, Diagnostic finding, CodeFixProvider? provider = null)
    {
        var actions = new List<CodeAction>();
        await (provider ?? new CredentialCodeFix()).RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<Document> ApplyAsync(Solution solution, CodeAction action, DocumentId id)
    {
        var operations = await action.GetOperationsAsync(solution, new Progress<CodeAnalysisProgress>(), CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(id)!;
    }

    private sealed class Found(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
