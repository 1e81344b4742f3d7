using System.CommandLine;
using System.Text;
using SecretsAudit.Cli.Hosting;
using SecretsAudit.Cli.Options;
using SecretsAudit.Cli.Output;
using SecretsAudit.Store.Templates;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit store resolve</c>: replaces a file's references to secrets and parameters by their values.</summary>
internal static class StoreResolveCommand
{
    private const int LongestFile = 16 * 1024 * 1024;

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "A text with {{resolve:secretsmanager:…}}, {{resolve:ssm:…}} or {{resolve:ssm-secure:…}} in it; - for standard input." };
        var output = new Option<string>("--out", "-o") { Description = "Where the result goes, readable by its owner only. Default: standard output.", HelpName = "FILE" };
        var command = new Command("resolve", "Replaces references to secrets and parameters by their values, as CloudFormation does.").WithExamples(
            ("secretsaudit store resolve app.conf.template --endpoint-url http://127.0.0.1:4599 --out app.conf", "a configuration file, filled from a served store"));
        command.Arguments.Add(file);
        command.Options.Add(output);
        StoreConnectionOptions.AddTo(command);
        command.SetAction(async (parse, cancellationToken) =>
            (int)await RunAsync(parse, parse.GetRequiredValue(file), parse.GetValue(output), terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, string file, string? output, Terminal terminal, CancellationToken cancellationToken)
    {
        var text = await TextInput.ReadAsync(file, LongestFile, terminal, cancellationToken).ConfigureAwait(false);
        var store = await StoreConnectionOptions.ConnectAsync(parse, terminal, cancellationToken).ConfigureAwait(false);
        await using var held = store.ConfigureAwait(false);

        // Whole or not at all: nothing is written before every reference is resolved.
        var resolved = Encoding.UTF8.GetBytes(await new SecretResolver(store.Connection).ResolveTextAsync(text, cancellationToken).ConfigureAwait(false));
        if (output is null or "-")
        {
            await terminal.Output.WriteAsync(resolved, cancellationToken).ConfigureAwait(false);
            return ExitCode.Clean;
        }

        await WholeFile.WriteAsync(terminal.FullPath(output), (target, token) => target.WriteAsync(resolved, token).AsTask(), isPrivate: true, cancellationToken).ConfigureAwait(false);
        return ExitCode.Clean;
    }
}
