using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecretsAudit.Model;
using SecretsAudit.Store.Estate;

namespace SecretsAudit.CodeScan.Tests.CSharp;

/// <summary>C# in a source tree, scanned without a build.</summary>
public sealed class CSharpTreeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("secretsaudit-csharp-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_planted_line_of_the_sample_tree_is_found_and_no_innocent_one()
    {
        await SampleCode.WriteAsync(_folder, CancellationToken.None);

        var result = await ScanAsync();

        var expected = SampleCode.Answers().Planted.Where(answer => answer.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(answer => $"{answer.Path}:{answer.Line}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), Places(result).Order(StringComparer.Ordinal));
        Assert.Empty(result.Gaps);
    }

    [Fact]
    public async Task Each_project_is_a_compilation_of_its_own_and_a_value_is_followed_between_its_files()
    {
        await WriteAsync("one/one.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><Using Include=\"System.Net\" /></ItemGroup></Project>");
        await WriteAsync("one/Caller.cs", "class Caller { void Run() => Connection.Open(\"7e5tc4s3\"); }");
        await WriteAsync("one/Connection.cs", "static class Connection { public static object Open(string data) => new NetworkCredential(\"u\", data); }");
        await WriteAsync("two/two.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        await WriteAsync("two/Caller.cs", "class Caller { void Run() => Connection.Open(\"7e5tc4s3\"); }");

        var result = await ScanAsync();

        Assert.Equal(["one/Caller.cs:1"], Places(result));
        var use = Assert.Single(Assert.Single(result.Findings).UsedAt!);
        Assert.Equal(("one/Connection.cs", 1), (use.Path, use.Line));
    }

    [Fact]
    public async Task A_literal_that_many_files_use_is_told_alike_however_they_are_read()
    {
        await WriteAsync("Shared.cs", "static class Shared { public const string Data = \"7e5tc4s3\"; }");
        foreach (var file in Enumerable.Range(10, 40))
            await WriteAsync($"User{file}.cs", $"class User{file} {{ object Run() => new System.Net.NetworkCredential(\"u\", Shared.Data); }}");

        var first = Assert.Single((await ScanAsync()).Findings);
        var second = Assert.Single((await ScanAsync()).Findings);

        Assert.Equal(Enumerable.Range(10, 25).Select(file => $"User{file}.cs"), first.UsedAt!.Select(use => use.Path));
        Assert.Equal(first.UsedAt, second.UsedAt);
        Assert.Equal(first.Fingerprint, second.Fingerprint);
    }

    [Fact]
    public async Task Code_that_nests_too_deep_is_a_gap_and_the_rest_is_scanned()
    {
        await WriteAsync("Deep.cs", $"class A {{ object o = {new string('(', 100_000)}1; }}");
        await WriteAsync("Plain.cs", "class B { string Password = \"hunter2x\"; }");

        var result = await ScanAsync();

        Assert.Equal(["Plain.cs:1"], Places(result));
        var gap = Assert.Single(result.Gaps);
        Assert.Equal("Deep.cs", gap.Subject);
        Assert.Equal(GapKind.LimitReached, gap.Kind);
    }

    [Fact]
    public async Task Code_that_nests_too_deep_is_read_as_text()
    {
        await WriteAsync("Deep.cs", $"class A {{ string Password = \"hunter2x\"; object o = {new string('(', 1000)}1{new string(')', 1000)}; }}");

        var result = await ScanAsync();

        Assert.Equal(["Deep.cs:1"], Places(result));
        Assert.Equal("Deep.cs", Assert.Single(result.Gaps).Subject);
    }

    [Fact]
    public async Task What_no_compiler_would_take_is_read_as_text_and_is_no_gap()
    {
        await WriteAsync("Broken.cs", $"class A {{ {new string(')', 20)}\n string Password = \"hunter2x\"; }}");

        var result = await ScanAsync();

        Assert.Equal(["Broken.cs:2"], Places(result));
        Assert.Empty(result.Gaps);
    }

    [Fact]
    public async Task Code_that_is_too_large_to_be_compiled_is_read_as_text_and_told()
    {
        await WriteAsync("Large.cs", $"class A {{ string Password = \"hunter2x\"; }}\n{new string('\n', 5 << 20)}");

        var result = await ScanAsync();

        Assert.Equal(["Large.cs:1"], Places(result));
        Assert.Equal(GapKind.LimitReached, Assert.Single(result.Gaps).Kind);
    }

    [Fact]
    public async Task Code_with_more_long_texts_than_the_compiler_should_keep_is_read_as_text_and_told()
    {
        var text = new string('x', (4 << 20) - 200);
        foreach (var file in Enumerable.Range(10, 9))
            await WriteAsync($"{file}.cs", $"class A{file} {{ string Given(string value) => value;\nstring Text = \"{file}{text}\";\nobject Run() => new System.Net.NetworkCredential(\"u\", Given(\"7e5tc4s3\"));\nstring Password = \"hunter2x\"; }}");

        var result = await ScanAsync();

        Assert.Equal(["10.cs:3", "10.cs:4", "11.cs:3", "11.cs:4", "12.cs:3", "12.cs:4", "13.cs:3", "13.cs:4", "14.cs:3", "14.cs:4", "15.cs:3", "15.cs:4", "16.cs:3", "16.cs:4", "17.cs:3", "17.cs:4", "18.cs:4"], Places(result));
        Assert.Equal("18.cs", Assert.Single(result.Gaps).Subject);
    }

    [Fact]
    public async Task Calls_whose_lambdas_nest_too_deep_to_choose_a_method_for_are_told()
    {
        var call = string.Concat(Enumerable.Repeat("Run(x => ", 20)) + "x" + new string(')', 20);
        await WriteAsync("Lambdas.cs", $"class A {{ string Password = \"hunter2x\"; object M() => {call}; }}");

        var result = await ScanAsync();

        Assert.Equal(["Lambdas.cs:1"], Places(result));
        Assert.Equal("Lambdas.cs", Assert.Single(result.Gaps).Subject);
    }

    [Fact]
    public async Task Values_that_go_more_ways_than_are_followed_are_told()
    {
        var calls = string.Concat(Enumerable.Range(0, 4_000).Select(number => $"Sign(user, user + {number});\n"));
        await WriteAsync("Many.cs", $"class A {{ void Sign(string user, string password) {{ }} void M(string user) {{ {calls} }} }}");

        Assert.Equal("Many.cs", Assert.Single((await ScanAsync()).Gaps).Subject);
    }

    [Fact]
    public async Task A_statement_that_is_too_large_to_be_bound_is_told_and_judged_by_names_and_the_others_are_followed()
    {
        var numbers = string.Concat(Enumerable.Repeat("1, ", 60_000));
        await WriteAsync("Large.cs", $"class A {{ object Large() => new System.Security.Cryptography.AesGcm(new byte[] {{ {numbers} }}, 16); }}");
        await WriteAsync("Small.cs", "class B { string Given(string value) => value; object Run() => new System.Net.NetworkCredential(\"u\", Given(\"7e5tc4s3\")); }");

        var result = await ScanAsync();

        Assert.Equal(["Large.cs:1", "Small.cs:1"], Places(result));
        Assert.Equal(GapKind.LimitReached, Assert.Single(result.Gaps).Kind);
    }

    [Theory]
    [InlineData("class A {{ {0} }}", "void Sign(T{0} user, string password) {{ }} ")]
    [InlineData("class A {{ {0} }}", "A(T{0} user, string password) {{ }} ")]
    [InlineData("{0}", "partial class A {{ void Sign(T{0} user, string password) {{ }} }} ")]
    [InlineData("{0}", "static class A{0} {{ static void Sign(this T{0} user, string password) {{ }} }} ")]
    public async Task Methods_of_one_name_that_are_more_than_the_compiler_can_choose_from_are_told_and_names_judged_as_they_are_written(string type, string method)
    {
        var methods = string.Concat(Enumerable.Range(0, 600).Select(number => string.Format(CultureInfo.InvariantCulture, method, number)));
        await WriteAsync("Many.cs", string.Format(CultureInfo.InvariantCulture, type, methods));
        await WriteAsync("Caller.cs", "class B { string Password = \"hunter2x\"; string Given(string value) => value; object Run() => new System.Net.NetworkCredential(\"u\", Given(\"7e5tc4s3\")); }");

        var result = await ScanAsync();

        Assert.Equal(["Caller.cs:1"], Places(result));
        Assert.Equal("password", Assert.Single(result.Findings).Evidence.Single(evidence => evidence.Label == "Name").Observation, ignoreCase: true);
        Assert.Equal(GapKind.LimitReached, Assert.Single(result.Gaps).Kind);
    }

    [Fact]
    public async Task Methods_of_one_name_in_many_types_are_as_in_any_program()
    {
        await WriteAsync("Many.cs", string.Concat(Enumerable.Range(0, 600).Select(number => $"namespace N{number} {{ partial class A {{ void Sign(string user, string password) {{ }} }} }}")));
        await WriteAsync("Caller.cs", "class B { string Given(string value) => value; object Run() => new System.Net.NetworkCredential(\"u\", Given(\"7e5tc4s3\")); }");

        var result = await ScanAsync();

        Assert.Equal(["Caller.cs:1"], Places(result));
        Assert.Empty(result.Gaps);
    }

    [Fact]
    public async Task Where_more_is_to_be_followed_than_is_the_same_is_found_however_files_are_read()
    {
        await WriteAsync("A.cs", "static class A { public static void Sign(string user, string data) => _ = new System.Net.NetworkCredential(user, data); }");
        foreach (var file in Enumerable.Range(0, 5))
        {
            var calls = string.Concat(Enumerable.Range(0, 700).Select(number => $"Vault{number}.Open(password: A{number}.Get(user));\n"));
            await WriteAsync($"File{file}.cs", $"class F{file} {{ void Run(string user) {{ {calls} }} object Last(string data = \"7e5tc4s3\") => new System.Net.NetworkCredential(user, data); }}");
        }

        var first = await ScanAsync();
        var second = await ScanAsync();

        Assert.Equal(GapKind.LimitReached, Assert.Single(first.Gaps).Kind);
        Assert.NotEmpty(first.Findings);
        Assert.Equal(Places(first), Places(second));
    }

    [Fact]
    public async Task More_credentials_than_are_told_of_a_file_are_told_as_a_gap()
    {
        await WriteAsync("Many.cs", $"class A {{ {string.Concat(Enumerable.Range(0, 1100).Select(number => $"string Password{number} = \"hunter{number}x\";\n"))} }}");

        var result = await ScanAsync();

        Assert.Equal(1000, result.Findings.Count);
        Assert.Equal("Many.cs", Assert.Single(result.Gaps).Subject);
    }

    [Fact]
    public async Task What_a_debug_build_alone_compiles_is_read()
    {
        await WriteAsync("A.cs", "class A\n{\n#if DEBUG\n    const string DbPassword = \"7e5tc4s3\";\n#else\n    static readonly string DbPassword = System.IO.File.ReadAllText(\"db\");\n#endif\n}\n");

        Assert.Equal(["A.cs:4"], Places(await ScanAsync()));
    }

    [Fact]
    public async Task Brackets_that_both_cases_of_an_if_have_leave_a_file_whole()
    {
        var both = string.Concat(Enumerable.Repeat("#if NET\n    if (System.Net.Dns.GetHostName().Length > 0) {\n#else\n    if (true) {\n#endif\n }\n", 20));
        await WriteAsync("A.cs", $"class A {{ void Other() {{\n{both} }} object Run(string data = \"7e5tc4s3\") => new System.Net.NetworkCredential(\"u\", data); }}");

        Assert.Single(Places(await ScanAsync()));
    }

    [Theory]
    [InlineData("not xml")]
    [InlineData("<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Project>&x;</Project>")]
    [InlineData("<Project Sdk=\"Microsoft.NET.Sdk.Web\"><ItemGroup><Using Include=\"System; class X {\" /></ItemGroup></Project>")]
    public async Task A_project_file_that_is_malformed_or_hostile_changes_nothing(string project)
    {
        await WriteAsync("app.csproj", project);
        await WriteAsync("obj/project.assets.json", "{ \"targets\": [");
        await WriteAsync("A.cs", "class A { string Password = \"hunter2x\"; }");

        Assert.Equal(["A.cs:1"], Places(await ScanAsync()));
    }

    [Fact]
    public async Task A_restored_package_tells_the_names_of_its_parameters_though_another_beside_it_is_no_assembly()
    {
        await WriteAsync("app.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        await WriteAsync("A.cs", "class A { object B() => new Vault(\"" + "q7X4v2" + "L9p1Zk" + "\"); }");
        Assert.Empty(Places(await ScanAsync()));

        await WriteAsync("packages/torn/1.0.0/lib/Torn.dll", "MZ, and then something else");
        await WriteAsync("packages/vault/1.0.0/lib/Vault.dll", "");
        var library = CSharpCompilation.Create(
            "Vault", [CSharpSyntaxTree.ParseText("public class Vault { public Vault(string password) { } }")], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(library.Emit(Path.Combine(_folder, "packages/vault/1.0.0/lib/Vault.dll")).Success);
        await WriteAsync("obj/project.assets.json", $$"""
            {
              "targets": { "net10.0": {
                "Torn/1.0.0": { "compile": { "lib/Torn.dll": {} } },
                "Vault/1.0.0": { "compile": { "lib/Vault.dll": {} } } } },
              "libraries": { "Torn/1.0.0": { "path": "torn/1.0.0" }, "Vault/1.0.0": { "path": "vault/1.0.0" } },
              "packageFolders": { "{{_folder}}/packages/": {} }
            }
            """);

        Assert.Equal(["A.cs:1"], Places(await ScanAsync()));
    }

    [Theory]
    [InlineData("class A { string Password = \"hunter2x\"; \0\0\0")]
    [InlineData("#if NEVER\nclass {{{ \"\n#endif\nclass A { string Password = \"hunter2x\"; }")]
    [InlineData("class A { string Password = \"hunter2x\"; void M( { if ( \"unclosed\n }")]
    public async Task Broken_code_is_scanned_as_far_as_it_can_be_read(string source)
    {
        await WriteAsync("A.cs", source);

        Assert.Single(Places(await ScanAsync()));
    }

    private static List<string> Places(CodeScanResult result) => [.. result.Findings
        .Select(finding => (FindingSubject.Code)finding.Subject).Where(place => place.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(place => $"{place.Path}:{place.Line}").Distinct()];

    private Task<CodeScanResult> ScanAsync() => CodeScanner.ScanAsync(new() { Paths = [_folder], RespectsGitIgnore = false }, CancellationToken.None);

    private async Task WriteAsync(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text);
    }
}
