using CsCheck;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Tests.Yaml;

public sealed class YamlDocumentTests
{
    [Theory]
    [InlineData("a: &x 1\nb: *x", "Anchors and aliases are not allowed.")]
    [InlineData("a: &x [*x]", "Anchors and aliases are not allowed.")]
    [InlineData("a: !!python/object x", "Tags such as !!str are not allowed.")]
    [InlineData("a: !secret x", "Tags such as !!str are not allowed.")]
    [InlineData("a: 1\na: 2", "The key 'a' is here twice.")]
    [InlineData("a: 1\n---\nb: 2", "One file holds one document.")]
    [InlineData("%YAML 1.1\n---\na: 1", "YAML directives are not allowed.")]
    [InlineData("%TAG !e! tag:example.com,2026:\n---\na: 1", "YAML directives are not allowed.")]
    [InlineData("? [a, b]\n: 1", "A key must be a text.")]
    [InlineData("", "The file is empty.")]
    [InlineData("# nothing", "The file is empty.")]
    public void What_no_file_of_ours_needs_is_refused(string text, string message) => Assert.Equal(message, ErrorOf(text).Message);

    [Theory]
    [InlineData("a: [1, 2", 1)]
    [InlineData("a: 1\n b: 2", 2)]
    [InlineData("a: \"x\nb: 1", 1)]
    [InlineData("a:\n\t- b", 1)]
    [InlineData("a: {b: c", 1)]
    [InlineData("@", 1)]
    public void Broken_YAML_is_reported_with_its_line(string text, int line)
    {
        var error = ErrorOf(text);

        Assert.StartsWith("This is not YAML:", error.Message, StringComparison.Ordinal);
        Assert.True(error.At.Line >= line);
    }

    [Fact]
    public void A_file_has_a_length() => Assert.Contains("at most 262144", ErrorOf(new string(' ', YamlDocument.LongestFile + 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_text_has_a_length() => Assert.Contains("16384", ErrorOf("a: " + new string('x', YamlDocument.LongestScalar + 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void Values_have_a_depth() => Assert.Contains("nested", ErrorOf(new string('[', 100) + new string(']', 100)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_hundred_thousand_brackets_end_in_an_error_and_no_overflow() => Assert.NotNull(ErrorOf(new string('[', 100_000)));

    [Fact]
    public void Values_have_a_number() =>
        Assert.Contains("20000", ErrorOf("a: [" + string.Join(",", Enumerable.Repeat("1", YamlDocument.MostNodes)) + "]").Message, StringComparison.Ordinal);

    [Fact]
    public void Nodes_know_their_places()
    {
        var map = (YamlMap)Read("a: 1\nlist:\n  - x\n  - { k: v }\n")!;

        Assert.Equal(new DocumentPosition("f.yaml", 1, 4), map.Find("a")!.At);
        Assert.Equal(new DocumentPosition("f.yaml", 4, 10), ((YamlMap)((YamlList)map.Find("list")!).Items[1]).Find("k")!.At);
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_nothing_else() =>
        Gen.String[Gen.Char["ab:-[]{}&*!|>'\"%@`#?, \n\t\\0"], 0, 40].Sample(text =>
        {
            var errors = new ErrorList();
            var node = YamlDocument.Read("f.yaml", text, errors);
            return node is null != errors.IsEmpty;
        }, iter: 20_000);

    private static YamlNode? Read(string text) => YamlDocument.Read("f.yaml", text, new());

    private static DocumentError ErrorOf(string text)
    {
        var errors = new ErrorList();
        Assert.Null(YamlDocument.Read("f.yaml", text, errors));
        return Assert.Single(Assert.Throws<DocumentException>(errors.ThrowIfAny).Errors);
    }
}
