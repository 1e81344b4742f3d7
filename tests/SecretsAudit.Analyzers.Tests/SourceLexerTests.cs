using SecretsAudit.Analyzers.Lexing;

namespace SecretsAudit.Analyzers.Tests;

/// <summary>The look at the characters that comes before any look at the tree.</summary>
public sealed class SourceLexerTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public async Task A_comment_ends_where_the_language_ends_a_line(string lineTerminator)
    {
        var found = await Check.DiagnosticsAsync($"class Sample {{ // told in a comment{lineTerminator}string password = \"{"Winter" + "1947x"}\"; }}");

        Assert.Equal("SAUD2001", Assert.Single(found).Id);
    }

    [Theory]
    [InlineData("\"ok\"")]
    [InlineData("\", \"")]
    [InlineData("@\"ab\"")]
    [InlineData("\": {0}\"")]
    [InlineData("\"\\r\\n\"")]
    public void Nothing_is_allocated_for_a_literal_that_its_length_and_first_character_reject(string literal)
    {
        var one = Source(literal, 1);
        var many = Source(literal, 20_000);
        Allocated(one);

        Assert.Equal(Allocated(one), Allocated(many));
    }

    [Fact]
    public void Other_literals_are_kept_for_a_look_at_the_tree()
    {
        Assert.True(Allocated(Source("\"hunter2x\"", 20_000)) > Allocated(Source("\"hunter2x\"", 1)));
    }

    [Theory]
    [InlineData("void M() { a ============ b; }")]
    [InlineData("char a = '''''''''''''''''''''';")]
    [InlineData("void M() { )))))))))) }")]
    public void What_the_parser_would_take_longest_over_is_seen_not_to_be_code(string code) => Assert.True(Faults(code) > 8);

    [Theory]
    [InlineData("bool M() { return a == b || a >= b; }")]
    [InlineData("void M() { a <<= 1; b ??= c => c == 2; var d = '='; var e = '\\''; }")]
    [InlineData("void M() {\n#if A\nif (a) {\n#elif B\nif (b) {\n#else\nif (c) {\n#endif\n} }")]
    [InlineData("void M()\n#if A\n#if B\n{ if (b) {\n#else\n{ if (c) {\n#endif\n#else\n{ {\n#endif\n} }")]
    public void What_a_compiler_takes_has_no_faults(string code) => Assert.Equal(0, Faults(code));

    [Theory]
    [InlineData("string a = \"{0}\";", 2_002)]
    [InlineData("string a = @\"{0}\"; int {0};", 4_003)]
    [InlineData("string a = $\"{0}\"; long b = 1{0};", 4_004)]
    [InlineData("string a = \"short\"; /* {0} */ // {0}", 0)]
    public void The_characters_of_what_the_compiler_keeps_are_counted(string code, int characters) =>
        Assert.Equal(characters, Read(code.Replace("{0}", new string('x', 2_000), StringComparison.Ordinal)).LongTokens);

    private static int Faults(string code) => Read(code).Faults;

    private static SourceLexer Read(string code)
    {
        var lexer = new SourceLexer($"class Sample {{ {code} }}".AsSpan(), [], []);
        lexer.Read();
        return lexer;
    }

    private static string Source(string literal, int times) => $"class Sample {{ string[] texts = {{ {string.Join(", ", Enumerable.Repeat(literal, times))} }}; }}";

    private static long Allocated(string source)
    {
        var anchors = new List<SourceAnchor>();
        var names = new List<int>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        new SourceLexer(source.AsSpan(), anchors, names).Read();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
