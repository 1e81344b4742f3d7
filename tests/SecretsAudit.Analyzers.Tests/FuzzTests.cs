using SecretsAudit.Analyzers.Inspection;
using SecretsAudit.Analyzers.Settings;

namespace SecretsAudit.Analyzers.Tests;

/// <summary>Source that no compiler accepts. Whatever it is, the inspection ends and does not throw.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Seeds =
    [
        """"class A { string Password => $"{(a ? "x" : $"{b}")}" ?? "hunter2x"; void M(string password = "x1y2z3") { if (password is "abc1" or { Length: > 3 }) new NetworkCredential("u", data); } }"""",
        """"var map = new Dictionary<string, string> { ["Password"] = "hunter2x", { "k", """raw "quoted" text""" } }; switch (token) { case "x9": break; } using var aes = Aes.Create(); aes.Key = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 };"""",
        """"class B(string secret) : C("x", secret) { public B() : this("hunter2x") { } string Get(out string s) { s = "q1w2e3"; return list[0] + "Password=" + s; } [DefaultValue("x")] public string ApiKey { get; set; } }"""",
        """"class D { void Take(Org.Unit unit, ref string token, params object[] rest) { Take(unit, ref token, order); SetPassword(unit); List<Secret> all = [new("x1y2z3"), new(Key, unit)]; return new(token); } void SetPassword(Order? password, System.Collections.Generic.List<string> token) { } }"""",
        """"async Task R() { var v = (await client.GetSecretValueAsync(new() { SecretId = "n" })).SecretString; Console.WriteLine(v); foreach (var c in "abc") secure.AppendChar(c); (user, password) = ("a", "b2c3d4"); }"""",
    ];

    private static readonly string[] Pieces =
        ["\"", "\"\"\"", "$\"{", "@\"", "'", "{", "}", "(", ")", "[", "]", "/*", "*/", "//", "\n", "#if X\n", "#endif\n", "=>", "==", "\0", "\uD800", "new(", "password", "=", ";", ",", "<", ">", "??", "is", "case", "\\", "u8"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Mutated_source_is_inspected_without_an_exception(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
            Inspect(Mutate(Seeds[random.Next(Seeds.Length)], random));
    }

    [Theory]
    [InlineData("class A { string Password = ", "(", 5_000)]
    [InlineData("class A { string Password = $\"", "{$\"", 2_000)]
    [InlineData("class A { object Password = ", "new[] { ", 5_000)]
    [InlineData("class A ", "{ class A ", 5_000)]
    [InlineData("class A { ", "a<", 300_000)]
    [InlineData("class A { object Get() => a", "?.b", 100_000)]
    [InlineData("class A { object Get() => a", "?[0]", 100_000)]
    [InlineData("class A { bool Is(object a) => a is ", "not ", 100_000)]
    [InlineData("", "#if A\n", 100_000)]
    [InlineData("class A { ", "a<(b,c.d<", 300_000)]
    [InlineData("class A { ", "delegate*<a[],", 300_000)]
    public void Nesting_without_end_is_refused_before_it_is_parsed(string start, string repeated, int times) =>
        Assert.True(SourceInspection.NestingOf(start + string.Concat(Enumerable.Repeat(repeated, times))) > SourceInspection.DeepestNesting
            || repeated.Contains('$', StringComparison.Ordinal));

    [Theory]
    [InlineData("class A { void Take(List<int>. token, Org. password) { Take(token, password); } }")]
    [InlineData("class A { void Take(token, ref password, int. ) { Take(token); } void Run() { Take(new(), new(.), new(\"x1y2z3\", )); } }")]
    [InlineData("class A { string Password = Settings.; string Token => Settings.().ToString(); string Secret = Settings.[0]; object Key => new ().; }")]
    public void What_is_yet_to_be_typed_is_left(string source) => Inspect(source);

    [Fact]
    public void A_sum_of_a_thousand_literals_is_one_value() =>
        Assert.Single(Inspect($"class A {{ string Password = \"hunt\" + {string.Join(" + ", Enumerable.Repeat("\"\"", 1_000))} + \"er2x\"; }}"));

    [Fact]
    public void A_credential_behind_thousands_of_innocent_ones_in_one_literal_is_found() =>
        Assert.Single(Inspect($"class A {{ string a = \"\"\"\n{string.Concat(Enumerable.Repeat("{\"password\": \"${a}\"}\n", 3_000))}{{\"password\": \"hunter2x\"}}\n\"\"\"; }}"));

    [Fact]
    public void Methods_that_call_each_other_without_end_are_left() => Inspect("""
        class A
        {
            string F(string data) => G(data);
            string G(string data) => F(data);
            void Run() => _ = new System.Net.NetworkCredential("u", F(G("x")));
            string P => Q; string Q => P;
            void Other() => _ = new System.Net.NetworkCredential("u", P);
        }
        """);

    [Fact]
    public void A_line_of_a_million_characters_is_inspected() =>
        Assert.Single(Inspect($"class A {{ string a = \"{new string('x', 1_000_000)}\"; string Password = \"hunter2x\"; }}"));

    private static string Mutate(string source, Random random)
    {
        var text = new System.Text.StringBuilder(source);
        for (var change = random.Next(1, 8); change > 0; change--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(3))
            {
                case 0:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 1:
                    text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
                    break;
                default:
                    var length = Math.Min(random.Next(1, 30), text.Length - at);
                    text.Insert(random.Next(text.Length), text.ToString(at, length));
                    break;
            }
        }

        return text.ToString();
    }

    private static IReadOnlyList<SourceFinding> Inspect(string source)
    {
        var compilation = Check.Compile([("src/Code.cs", source)]);
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath.Length > 0);
        _ = UnboundAnswers.Inspect(compilation).ToList();
        return SourceInspection.Inspect(tree, compilation, InspectionSettings.Standard, CancellationToken.None);
    }
}
