using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SecretsAudit.Worker.Dashboard;

/// <summary>HTML that is safe to send: made from literals, with everything put into them escaped.</summary>
internal readonly struct Markup
{
    /// <summary>Escapes for element content and quoted attributes.</summary>
    internal static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string? _html;

    internal Markup(string html) => _html = html;

    /// <summary>Makes HTML from an interpolated literal; strings in it are escaped, other markup is not.</summary>
    public static Markup Html(MarkupBuilder builder) => builder.ToMarkup();

    /// <summary>Text, escaped.</summary>
    public static Markup Text(string text) => new(Encoder.Encode(text));

    /// <inheritdoc/>
    public override string ToString() => _html ?? "";
}
