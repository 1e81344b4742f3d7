using System.Globalization;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler.Resolvers;

namespace SecretsAudit.Reports.Templates;

/// <summary>Handlebars templates: one entry file, and every other <c>.hbs</c> of its folder as a partial of that name.</summary>
internal sealed partial class HandlebarsReportTemplate : IReportTemplate
{
    private readonly TemplateFolder _folder;
    private readonly string _entry;
    private readonly HandlebarsTemplate<TextWriter, object, object> _template;

    /// <param name="folder">Where the files are.</param>
    /// <param name="entry">The entry file's name: <c>report.html.hbs</c>.</param>
    /// <param name="encoder">What every <c>{{value}}</c> goes through.</param>
    /// <exception cref="ReportTemplateException">A file is missing or malformed.</exception>
    public HandlebarsReportTemplate(TemplateFolder folder, string entry, ITextEncoder encoder)
    {
        (_folder, _entry) = (folder, entry);
        var handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            TextEncoder = encoder,
            FormatProvider = CultureInfo.InvariantCulture,
            ExpressionNameResolver = new UpperCamelCaseExpressionNameResolver(),
            // A misspelt name must not become an empty place in a report about security.
            ThrowOnUnresolvedBindingExpression = true,
            PartialRecursionDepthLimit = 16,
        });

        foreach (var file in folder.Templates().Where(file => file != entry))
            handlebars.RegisterTemplate(file[..^".hbs".Length], Compile(handlebars, file));

        _template = Compile(handlebars, entry);
    }

    /// <inheritdoc/>
    public void Render(object view, TextWriter output)
    {
        try
        {
            _template(output, view, null!);
        }
        catch (HandlebarsException cause)
        {
            throw Explained(cause);
        }
    }

    private HandlebarsTemplate<TextWriter, object, object> Compile(IHandlebars handlebars, string file)
    {
        var text = _folder.Read(file);
        if (TemplateBlocks.FirstFault(text) is { } fault)
            throw new ReportTemplateException(_folder.PathOf(file), fault.Line, fault.Problem);

        try
        {
            using var reader = new StringReader(text);
            return handlebars.Compile(reader);
        }
        catch (HandlebarsException cause)
        {
            var place = Place().Match(cause.Message);
            int? line = place.Success ? int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture) + 1 : null;
            throw new ReportTemplateException(_folder.PathOf(file), line, FirstLine(cause.Message), cause);
        }
    }

    // At run time the engine names what is missing, not where it was asked for: look for it.
    private ReportTemplateException Explained(HandlebarsException cause)
    {
        var innermost = cause.GetBaseException();
        var name = Undefined().Match(innermost.Message) is { Success: true } undefined ? undefined.Groups["name"].Value
            : MissingPartial().Match(innermost.Message) is { Success: true } partial ? partial.Groups["name"].Value : null;
        var problem = FirstLine(innermost.Message).TrimEnd('.') + ".";
        if (name is null)
            return new ReportTemplateException(_folder.PathOf(_entry), null, problem, cause);

        // The engine tells the name as the view has it, upper camel case.
        foreach (var file in _folder.Templates())
        {
            var lines = _folder.Read(file).Split('\n');
            var line = Array.FindIndex(lines, text => Expressions().Matches(text).Any(match => match.Value.Contains(name, StringComparison.OrdinalIgnoreCase)));
            if (line >= 0)
                return new ReportTemplateException(_folder.PathOf(file), line + 1, problem, cause);
        }

        return new ReportTemplateException(_folder.PathOf(_entry), null, problem, cause);
    }

    private static string FirstLine(string message) => message.Split('\n')[0].Trim();

    [GeneratedRegex(@"Occured at: (?<line>\d+):\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?<name>\S+) is undefined", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Undefined();

    [GeneratedRegex(@"partial name '(?<name>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MissingPartial();

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Expressions();
}
