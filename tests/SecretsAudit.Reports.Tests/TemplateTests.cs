using SecretsAudit.Reports.Html;
using SecretsAudit.Reports.Markdown;
using SecretsAudit.Reports.Tests.Samples;

namespace SecretsAudit.Reports.Tests;

/// <summary>People copy the templates and change them; whoever breaks one is told where.</summary>
public sealed class TemplateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("templates").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_user_changes_one_part_and_keeps_the_rest()
    {
        Write("html/guide.hbs", "<section id=\"ours\">Ask the security office.</section>\n");

        var page = await ReportText.Of(new HtmlReportWriter(_folder), SampleAudit.Complete());

        Assert.Contains("Ask the security office.", page, StringComparison.Ordinal);
        Assert.Contains("<table class=\"findings\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_style_gets_its_own_hash_in_the_pages_policy()
    {
        Write("html/report.css", "body { color: teal }\r\n");

        var page = await ReportText.Of(new HtmlReportWriter(_folder), SampleAudit.Complete());

        Assert.Contains("<style>body { color: teal }\n</style>", page, StringComparison.Ordinal);
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData("body { color: teal }\n"u8));
        Assert.Contains($"style-src &#39;sha256-{hash}&#39;", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("line one\n{{#if isComplete}}\nnever closed", 2, "The block {{#if}} is never closed.")]
    [InlineData("{{#if isComplete}}\n{{#each rules}}\n{{/if}}", 3, "{{/if}} stands where {{/each}} is due: the block was opened in line 2.")]
    [InlineData("\n\n{{/each}}", 3, "{{/each}} closes a block that was never opened.")]
    [InlineData("one\ntwo {{{sourc}}", 2, "Starting and ending handlebars do not match")]
    [InlineData("one\n{{!-- {{#if x}} is not open here --}}\n{{sorce}}", 3, "Sorce is undefined.")]
    [InlineData("one\n{{> nosuch}}", 2, "'nosuch' could not be resolved")]
    public async Task A_broken_template_is_an_error_with_its_file_and_line(string template, int line, string problem)
    {
        Write("html/guide.hbs", template);

        var error = await Assert.ThrowsAsync<ReportTemplateException>(() => ReportText.Of(new HtmlReportWriter(_folder), SampleAudit.Complete()));

        Assert.StartsWith($"{Path.Combine(_folder, "html", "guide.hbs")}:{line}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(line, error.Line);
    }

    [Fact]
    public async Task A_template_that_fails_writes_nothing()
    {
        Write("markdown/summary.md.hbs", "# Title\n{{sorce}}\n");
        using var output = new MemoryStream();

        await Assert.ThrowsAsync<ReportTemplateException>(() => new MarkdownReportWriter(_folder).WriteAsync(SampleAudit.Complete(), output, CancellationToken.None));

        Assert.Equal(0, output.Length);
    }

    [Fact]
    public async Task A_script_that_would_end_its_own_element_is_refused()
    {
        Write("html/report.js", "// first\nconst end = \"</script>\";\n");

        var error = await Assert.ThrowsAsync<ReportTemplateException>(() => ReportText.Of(new HtmlReportWriter(_folder), SampleAudit.Complete()));

        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_an_error()
    {
        var error = await Assert.ThrowsAsync<ReportTemplateException>(() => ReportText.Of(new HtmlReportWriter(Path.Combine(_folder, "nowhere")), SampleAudit.Complete()));

        Assert.EndsWith("nowhere: There is no such template folder.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_any_reports_folder_is_an_error_that_names_them()
    {
        var error = await Assert.ThrowsAsync<ReportTemplateException>(() => ReportText.Of(new HtmlReportWriter(_folder), SampleAudit.Complete()));

        Assert.Contains("(html, markdown)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_in_a_name_is_not_run()
    {
        var page = await ReportText.Of("html", HostileAudit.Result);

        Assert.Contains("{{#each findings}}{{{script}}}{{/each}} {{script}}", page, StringComparison.Ordinal);
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
