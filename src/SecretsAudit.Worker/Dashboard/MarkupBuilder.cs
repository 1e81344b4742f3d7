using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SecretsAudit.Worker.Dashboard;

/// <summary>Builds <see cref="Markup"/> from an interpolated string. It takes few types on purpose: each is escaped or known to be safe.</summary>
/// <param name="literalLength">The length of the literal parts.</param>
/// <param name="formattedCount">How many values are put in.</param>
[InterpolatedStringHandler]
internal readonly ref struct MarkupBuilder(int literalLength, int formattedCount)
{
    private readonly StringBuilder _html = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string html) => _html.Append(html);

    public void AppendFormatted(string? text) => _html.Append(Markup.Encoder.Encode(text ?? ""));

    public void AppendFormatted(int number) => _html.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Markup markup) => _html.Append(markup.ToString());

    public void AppendFormatted(IEnumerable<Markup> several)
    {
        foreach (var markup in several)
            _html.Append(markup.ToString());
    }

    public Markup ToMarkup() => new(_html.ToString());
}
