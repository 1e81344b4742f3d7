using System.CommandLine;
using System.Text;
using SecretsAudit.Cli.Hosting;
using SecretsAudit.Cli.Options;
using SecretsAudit.Store.Templates;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit store import</c>: creates what a CloudFormation template says.</summary>
internal static class StoreImportCommand
{
    private const int LongestTemplate = 1024 * 1024;

    public static Command Create(Terminal terminal)
    {
        var template = new Argument<string>("template") { Description = "The template, YAML or JSON; - for standard input." };
        var parameters = new Option<string[]>("--parameter")
        {
            Description = "A value for one of the template's parameters; repeat it.", HelpName = "NAME=VALUE", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = false,
        };
        var importValues = new Option<string[]>("--import-value")
        {
            Description = "What Fn::ImportValue finds under a name that another stack exports; repeat it.", HelpName = "NAME=VALUE", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = false,
        };
        var command = new Command("import", "Creates the secrets, policies, rotations, keys and parameters of a CloudFormation template.").WithExamples(
            ("secretsaudit store import template.yaml --endpoint-url http://127.0.0.1:4599", "into a served store, with the credentials of AWS's own variables and files"),
            ("secretsaudit store import template.yaml --parameter Stage=test", "into the store in .secretsaudit/store, which nobody serves meanwhile"));
        command.Arguments.Add(template);
        command.Options.Add(parameters);
        command.Options.Add(importValues);
        StoreConnectionOptions.AddTo(command);
        command.SetAction(async (parse, cancellationToken) =>
            (int)await RunAsync(parse, parse.GetRequiredValue(template), Pairs(parse, parameters), Pairs(parse, importValues), terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        ParseResult parse, string template, IReadOnlyDictionary<string, string> parameters, IReadOnlyDictionary<string, string> exports, Terminal terminal,
        CancellationToken cancellationToken)
    {
        var text = await TextInput.ReadAsync(template, LongestTemplate, terminal, cancellationToken).ConfigureAwait(false);
        var neighbours = new TemplateNeighbours { Exports = exports, ReadNestedAsync = new NestedTemplateFolder(template, LongestTemplate, terminal).ReadAsync };
        var store = await StoreConnectionOptions.ConnectAsync(parse, terminal, cancellationToken).ConfigureAwait(false);
        await using var held = store.ConfigureAwait(false);
        var result = await TemplateImport.RunAsync(store.Connection, text, parameters, neighbours, cancellationToken).ConfigureAwait(false);

        var lines = new StringBuilder();
        foreach (var (name, reference) in result.Created)
            lines.Append(Printable.Line(name)).Append('\t').Append(Printable.Line(reference)).Append('\n');
        await terminal.Output.WriteAsync(Encoding.UTF8.GetBytes(lines.ToString()), cancellationToken).ConfigureAwait(false);
        foreach (var skipped in result.Skipped)
            Talk.Of(parse, terminal).Say($"{skipped} is of a kind that the store does not have: left out.");
        return ExitCode.Clean;
    }

    private static Dictionary<string, string> Pairs(ParseResult parse, Option<string[]> option) => (parse.GetValue(option) ?? [])
        .Select(text => text.Split('=', 2) is [{ Length: > 0 } name, var value] ? (name, value) : throw new UsageException($"{option.Name} has the form NAME=VALUE."))
        .GroupBy(pair => pair.name, StringComparer.Ordinal).ToDictionary(pairs => pairs.Key, pairs => pairs.Last().value, StringComparer.Ordinal);
}
