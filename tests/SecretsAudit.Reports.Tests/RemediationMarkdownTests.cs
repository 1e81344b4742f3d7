using SecretsAudit.Reports.Html;

namespace SecretsAudit.Reports.Tests;

public sealed class RemediationMarkdownTests
{
    [Theory]
    [InlineData("One\nparagraph.\n\nAnother.", "<p>One paragraph.</p><p>Another.</p>")]
    [InlineData("1. First\n   goes on\n2. Second", "<ol><li>First goes on</li><li>Second</li></ol>")]
    [InlineData("1. First\n\n2. Second", "<ol><li>First</li><li>Second</li></ol>")]
    [InlineData("- a\n* b\n\nText", "<ul><li>a</li><li>b</li></ul><p>Text</p>")]
    [InlineData("- a\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>")]
    [InlineData("Call `a < b` **now**.", "<p>Call <code>a &lt; b</code> <strong>now</strong>.</p>")]
    [InlineData("```sh\na <b>\n  c\n```\nAfter", "<pre tabindex=\"0\"><code>a &lt;b&gt;\n  c\n</code></pre><p>After</p>")]
    [InlineData("```\nnever closed", "<pre tabindex=\"0\"><code>never closed\n</code></pre>")]
    [InlineData("See [the page](https://docs.aws.amazon.com/x).", "<p>See <a href=\"https://docs.aws.amazon.com/x\" rel=\"noreferrer noopener\">the page</a>.</p>")]
    [InlineData("See https://docs.aws.amazon.com/x.", "<p>See <a href=\"https://docs.aws.amazon.com/x\" rel=\"noreferrer noopener\">https://docs.aws.amazon.com/x</a>.</p>")]
    [InlineData("", "")]
    public void The_Markdown_of_remediations_is_rendered(string markdown, string html) => Assert.Equal(html, RemediationMarkdown.ToHtml(markdown));

    [Theory]
    [InlineData("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>")]
    [InlineData("[x](javascript:y)", "<p>[x](javascript:y)</p>")]
    [InlineData("[x](http://plain.example)", "<p>[x](http://plain.example)</p>")]
    [InlineData("`<b>`", "<p><code>&lt;b&gt;</code></p>")]
    [InlineData("![x](https://a.example/i.png)", "<p>!<a href=\"https://a.example/i.png\" rel=\"noreferrer noopener\">x</a></p>")]
    public void Markup_and_links_that_are_not_https_stay_text(string markdown, string html) => Assert.Equal(html, RemediationMarkdown.ToHtml(markdown));

    [Fact]
    public void A_text_of_any_length_ends_in_bounded_output() =>
        Assert.EndsWith("<p>… (cut)</p>", RemediationMarkdown.ToHtml(new string('*', 1_000_000)), StringComparison.Ordinal);
}
