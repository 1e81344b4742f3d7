using System.Buffers;
using System.Text;
using HandlebarsDotNet;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Templates;

/// <summary>Makes any text safe between tags and inside quoted attributes, and shows what a reader would not see.</summary>
internal sealed class HtmlTextEncoder : ITextEncoder
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'`");

    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target)
    {
        var rest = VisibleText.Of(text).AsSpan();
        while (rest.IndexOfAny(Special) is >= 0 and var at)
        {
            target.Write(rest[..at]);
            target.Write(rest[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => "&#96;",
            });
            rest = rest[(at + 1)..];
        }

        target.Write(rest);
    }

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var collected = new StringBuilder();
        while (text?.MoveNext() == true)
            collected.Append(text.Current);

        Encode(collected.ToString(), target);
    }
}
