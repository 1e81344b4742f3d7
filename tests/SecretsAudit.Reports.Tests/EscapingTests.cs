using System.Text.Json;
using System.Xml.Linq;
using CsCheck;
using SecretsAudit.Model;
using SecretsAudit.Reports.Tables;
using SecretsAudit.Reports.Templates;
using SecretsAudit.Reports.Tests.Samples;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Tests;

/// <summary>Names, tags and messages come from whoever may create a secret; no format may let them be more than text.</summary>
public sealed class EscapingTests
{
    private static readonly Gen<string> AnyText = Gen.Select(Gen.OneOfConst([.. HostileAudit.Texts]), Gen.Char.Array[0, 20].Select(characters => new string(characters)), (hostile, random) => random + hostile + random);

    [Theory]
    [InlineData("html")]
    [InlineData("sarif")]
    [InlineData("markdown")]
    [InlineData("csv")]
    [InlineData("junit")]
    [InlineData("gitlab")]
    [InlineData("ocsf")]
    [InlineData("asff")]
    public async Task What_deceives_the_eye_is_written_out(string format)
    {
        var report = await ReportText.Of(format, HostileAudit.Result);

        Assert.DoesNotContain(report, character => character is '\u202E' or '\u0007' or '\u001B' or '\0');
    }

    [Theory]
    [InlineData("sarif")]
    [InlineData("json")]
    [InlineData("gitlab")]
    public async Task Json_stays_one_document(string format)
    {
        using var document = JsonDocument.Parse(await ReportText.Of(format, HostileAudit.Result));

        Assert.NotEqual(JsonValueKind.Undefined, document.RootElement.ValueKind);
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("ocsf")]
    [InlineData("asff")]
    public async Task Json_lines_stay_one_object_a_line(string format)
    {
        foreach (var line in (await ReportText.Of(format, HostileAudit.Result)).TrimEnd('\n').Split('\n'))
        {
            using var document = JsonDocument.Parse(line);
            Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
        }
    }

    [Fact]
    public async Task JUnit_stays_well_formed()
    {
        var suites = XDocument.Parse(await ReportText.Of("junit", HostileAudit.Result)).Root!;

        Assert.Contains(suites.Descendants("testcase"), test => test.Attribute("name")!.Value.Contains("</script><script>", StringComparison.Ordinal));
    }

    [Fact]
    public void No_text_leaves_an_element_or_an_attribute_of_the_page() =>
        AnyText.Sample(text =>
        {
            var html = Written(new HtmlTextEncoder(), text);
            Assert.DoesNotContain(html, character => character is '<' or '>' or '"' or '\'' or '`');
            Assert.Equal(VisibleText.Of(text), System.Net.WebUtility.HtmlDecode(html));
        }, iter: 2000);

    [Fact]
    public void No_text_leaves_its_cell_of_a_Markdown_table() =>
        AnyText.Sample(text =>
        {
            var markdown = Written(new MarkdownTextEncoder(), text);
            Assert.DoesNotContain('\n', markdown);
            Assert.DoesNotContain('<', markdown);
            Assert.DoesNotContain('@', markdown);
            Assert.DoesNotContain("://", markdown, StringComparison.Ordinal);
            for (var i = 0; i < markdown.Length; i++)
            {
                // Each bar, bracket and backtick stands behind an odd number of backslashes.
                if (markdown[i] is '|' or '[' or ']' or '`' or '*' or '_')
                    Assert.Equal(1, markdown[..i].Reverse().TakeWhile(character => character == '\\').Count() % 2);
            }
        }, iter: 2000);

    [Fact]
    public void No_cell_is_a_formula_and_every_cell_is_one_cell() =>
        AnyText.Sample(text =>
        {
            var cell = CsvReportWriter.Cell(text);
            var content = cell.StartsWith('"') ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;
            Assert.True(content.TrimStart() is not [('=' or '+' or '-' or '@' or '\t' or '\r'), ..], content);
            Assert.True(cell.StartsWith('"') || cell.IndexOfAny([',', '"', '\n', '\r']) < 0, cell);
        }, iter: 2000);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2", "'-2")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    [InlineData("plain", "plain")]
    public void Formulas_are_disarmed_and_commas_quoted(string text, string cell) => Assert.Equal(cell, CsvReportWriter.Cell(text));

    [Theory]
    [InlineData("a\u202Eb", "a⟨U+202E⟩b")]
    [InlineData("a\u200Bb", "a⟨U+200B⟩b")]
    [InlineData("a\u0000b", "a⟨U+0000⟩b")]
    [InlineData("line\r\nbreak", "line break")]
    [InlineData("ключ 鍵 🔑", "ключ 鍵 🔑")]
    public void A_name_shows_every_character_that_it_has(string text, string shown) => Assert.Equal(shown, VisibleText.OneLine(text));

    [Fact]
    public void A_lone_surrogate_is_written_out() => Assert.Equal("⟨U+D800⟩x", VisibleText.OneLine("\uD800x"));

    [Fact]
    public void A_text_is_never_cut_inside_a_character() => Assert.Equal("ab…", VisibleText.Cut("ab🔑cd", 4));

    private static string Written(HandlebarsDotNet.ITextEncoder encoder, string text)
    {
        var output = new StringWriter();
        encoder.Encode(text, output);
        return output.ToString();
    }
}
