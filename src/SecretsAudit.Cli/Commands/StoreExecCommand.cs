using System.Buffers;
using System.ComponentModel;
using System.CommandLine;
using System.Diagnostics;
using SecretsAudit.Cli.Hosting;
using SecretsAudit.Cli.Options;
using SecretsAudit.Store.Templates;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit store exec</c>: starts a program with secrets in its environment.</summary>
internal static class StoreExecCommand
{
    private static readonly SearchValues<char> VariableCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    public static Command Create(Terminal terminal)
    {
        var secrets = new Option<string[]>("--secret")
        {
            Description = "A secret's name or ARN; with :KEY one member of its JSON, or an ARN as in ECS with :json-key:version-stage:version-id. Repeat it. The variable has the member's name, or the secret's, in capitals.",
            HelpName = "NAME[:KEY]",
            DefaultValueFactory = _ => [],
            AllowMultipleArgumentsPerToken = false,
        };
        var variables = new Option<string[]>("--env")
        {
            Description = "A variable and what it holds, as a task definition's name and valueFrom: a secret's ARN, which may go on with :json-key:version-stage:version-id, or a parameter's name or ARN. Repeat it.",
            HelpName = "VARIABLE=VALUEFROM",
            DefaultValueFactory = _ => [],
            AllowMultipleArgumentsPerToken = false,
        };
        var program = new Argument<string[]>("command") { Description = "The program and its arguments, after --.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("exec", "Starts a program with secrets in its environment, as ECS injects them, and ends with the program's exit code.").WithExamples(
            ("secretsaudit store exec --secret shop/db --endpoint-url http://127.0.0.1:4599 -- ./server --port 8080", "USERNAME, PASSWORD, HOST … of the secret's JSON"),
            ("secretsaudit store exec --secret shop/db:password --secret shop/api-key -- ./server", "PASSWORD, and SHOP_API_KEY"),
            ("secretsaudit store exec --env DB_USER=arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db-AbCdEf:username:: --env URL=/shop/url -- ./server", "the forms of valueFrom in an ECS task definition")).WithExits("the program's; 2 when it or its secrets are not to be had");
        command.Options.Add(secrets);
        command.Options.Add(variables);
        command.Arguments.Add(program);
        StoreConnectionOptions.AddTo(command);
        command.SetAction((parse, cancellationToken) =>
            RunAsync(parse, parse.GetValue(secrets) ?? [], [.. (parse.GetValue(variables) ?? []).Select(ReadVariable)], parse.GetRequiredValue(program), terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parse, string[] secrets, (string Name, string ValueFrom)[] variables, string[] program, Terminal terminal, CancellationToken cancellationToken)
    {
        if (secrets.Length + variables.Length == 0)
            throw new UsageException("Name at least one secret with --secret or --env.");

        var store = await StoreConnectionOptions.ConnectAsync(parse, terminal, cancellationToken).ConfigureAwait(false);
        Dictionary<string, string> environment;
        try
        {
            var resolver = new SecretResolver(store.Connection);
            environment = new(await resolver.EnvironmentAsync(secrets, cancellationToken).ConfigureAwait(false), StringComparer.Ordinal);
            foreach (var (name, valueFrom) in variables)
                environment[name] = await resolver.ValueFromAsync(valueFrom, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // The program may run for long: a folder must not stay locked for it.
            await store.DisposeAsync().ConfigureAwait(false);
        }

        var start = new ProcessStartInfo(program[0], program[1..]) { UseShellExecute = false, WorkingDirectory = terminal.Folder };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var forwarding = new SignalForwarding(sharesTerminal: terminal.ErrorIsTerminal);
        cancellationToken.ThrowIfCancellationRequested();
        using var process = Start(start);
        forwarding.To(process);
        // However this process is asked to end: the program ends in its own way, and with its own exit code.
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        return process.ExitCode;
    }

    private static (string Name, string ValueFrom) ReadVariable(string pair)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && at < pair.Length - 1 && !char.IsAsciiDigit(pair[0]) && pair.AsSpan(0, at).IndexOfAnyExcept(VariableCharacters) < 0
            ? (pair[..at], pair[(at + 1)..])
            : throw new UsageException($"--env '{pair}' has not the form VARIABLE=VALUEFROM. Write DB_PASSWORD=arn:aws:secretsmanager:…:password:: or URL=/shop/url.");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new UsageException($"'{start.FileName}' cannot be started.");
        }
        catch (Win32Exception refused)
        {
            throw new UsageException($"'{start.FileName}' cannot be started: {refused.Message}", refused);
        }
    }
}
