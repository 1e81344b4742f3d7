using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SecretsAudit.Reports.Templates;

namespace SecretsAudit.Reports.Html;

/// <summary>Renders the little Markdown that remediations and descriptions use: paragraphs, lists, code spans, code fences, strong text and
/// https links. Everything else, HTML above all, is text. Runs in one pass over the lines and nests nothing.</summary>
internal static partial class RemediationMarkdown
{
    private const int MostCharacters = 20_000;

    private static readonly HtmlTextEncoder Encoder = new();

    /// <summary>The text as HTML.</summary>
    public static string ToHtml(string? markdown)
    {
        var text = (markdown ?? "").ReplaceLineEndings("\n");
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var cut = text.Length > MostCharacters;
        var block = new Block(output);
        foreach (var line in (cut ? text[..MostCharacters] : text).Split('\n'))
            block.Add(line);

        block.End();
        if (cut)
            output.Write("<p>… (cut)</p>");

        return output.ToString();
    }

    private static void WriteInline(string text, StringWriter output)
    {
        var from = 0;
        foreach (Match span in Spans().Matches(text))
        {
            Encoder.Encode(text[from..span.Index], output);
            from = span.Index + span.Length;
            if (span.Groups["code"].Success)
                Wrap("code", span.Groups["code"].Value);
            else if (span.Groups["strong"].Success)
                Wrap("strong", span.Groups["strong"].Value);
            else
                Link(span.Groups["label"].Success ? span.Groups["label"].Value : span.Value, span.Groups["label"].Success ? span.Groups["target"].Value : span.Value);
        }

        Encoder.Encode(text[from..], output);

        void Wrap(string element, string content)
        {
            output.Write($"<{element}>");
            Encoder.Encode(content, output);
            output.Write($"</{element}>");
        }

        void Link(string label, string target)
        {
            output.Write("<a href=\"");
            Encoder.Encode(target, output);
            output.Write("\" rel=\"noreferrer noopener\">");
            Encoder.Encode(label, output);
            output.Write("</a>");
        }
    }

    // Code first: nothing inside it means anything else. A link must be https, so no javascript: and no data:.
    [GeneratedRegex(@"`(?<code>[^`\n]+)`|\*\*(?<strong>[^*\n]+)\*\*|\[(?<label>[^\]\n]+)\]\((?<target>https://[^\s()<>""']+)\)|https://[^\s()<>""'`]*[\w/]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spans();

    [GeneratedRegex(@"^(?<indent>\s*)(?:(?<bullet>[-*+])|(?<number>\d{1,9})[.)])\s+(?<text>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Item();

    // The block that is open: a paragraph, a list with its last item, or a fence.
    private sealed class Block(StringWriter output)
    {
        private readonly StringBuilder _text = new();
        private string? _list;
        private bool _fence;
        private bool _gap;

        public void Add(string line)
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith("```", StringComparison.Ordinal))
            {
                if (_fence)
                {
                    Encoder.Encode(_text.ToString(), output);
                    _text.Clear();
                    output.Write("</code></pre>");
                }
                else
                {
                    End();
                    output.Write("<pre tabindex=\"0\"><code>");
                }

                _fence = !_fence;
            }
            else if (_fence)
                _text.Append(line).Append('\n');
            else if (Item().Match(line) is { Success: true } item)
                AddItem(item.Groups["bullet"].Success ? "ul" : "ol", item.Groups["text"].Value);
            else if (trimmed.Length == 0 && _list is not null)
                _gap = true;
            else if (trimmed.Length == 0)
                End();
            else
                AddText(line, trimmed);
        }

        // A blank line inside a list ends it only when no further item and no indented text follows.
        private void AddText(string line, string trimmed)
        {
            if (_gap && !char.IsWhiteSpace(line[0]))
                End();
            _gap = false;
            _text.Append(_text.Length > 0 ? " " : "").Append(trimmed.TrimStart('#').TrimStart());
        }

        public void End()
        {
            if (_fence)
            {
                Encoder.Encode(_text.ToString(), output);
                output.Write("</code></pre>");
                _fence = false;
            }
            else if (_list is not null)
            {
                EndItem();
                output.Write($"</{_list}>");
                _list = null;
            }
            else if (_text.Length > 0)
            {
                output.Write("<p>");
                WriteInline(_text.ToString(), output);
                output.Write("</p>");
            }

            _text.Clear();
            _gap = false;
        }

        private void AddItem(string list, string text)
        {
            _gap = false;
            if (_list == list)
                EndItem();
            else
            {
                End();
                _list = list;
                output.Write($"<{list}>");
            }

            _text.Clear().Append(text.Trim());
        }

        private void EndItem()
        {
            output.Write("<li>");
            WriteInline(_text.ToString(), output);
            output.Write("</li>");
        }
    }
}
