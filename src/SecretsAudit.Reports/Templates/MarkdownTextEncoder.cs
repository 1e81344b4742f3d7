using System.Buffers;
using System.Text;
using HandlebarsDotNet;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Templates;

/// <summary>Makes any text safe inside one line or table cell of Markdown as code hosts render it: nothing in it formats, links, mentions anybody,
/// or is HTML.</summary>
internal sealed class MarkdownTextEncoder : ITextEncoder
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_{}[]()<>#+-.!|~&@:\"'$^=");

    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target)
    {
        foreach (var c in VisibleText.OneLine(text))
        {
            if (c is '<')
                target.Write("&lt;");
            else if (c is '>')
                target.Write("&gt;");
            else if (c is '&')
                target.Write("&amp;");
            else if (c is '@')
                // No backslash keeps a host from telling whoever bears the name; the entity does.
                target.Write("&#64;");
            else if (c is ':')
                // A bare address would become a link.
                target.Write("&#58;");
            else if (c is '.' or '-' or '(' or ')' or '"' or '\'' or '=' or '+' or '!')
                // Harmless where we put text: behind other text of the line, with brackets escaped.
                target.Write(c);
            else if (Special.Contains(c))
            {
                target.Write('\\');
                target.Write(c);
            }
            else
                target.Write(c);
        }
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
