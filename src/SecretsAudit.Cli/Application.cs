using System.CommandLine;
using System.CommandLine.Invocation;
using SecretsAudit.Cli.Commands;
using SecretsAudit.Cli.Hosting;
using SecretsAudit.Cli.Options;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Cli;

/// <summary>The command line: parses, runs one command, and turns what goes wrong into a message and an exit code.</summary>
internal static class Application
{
    /// <summary>Runs one command.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var root = Root(terminal);
        var parse = root.Parse(args);
        if (parse.Action is ParseErrorAction)
        {
            foreach (var error in parse.Errors)
                terminal.Error.WriteLine($"error: {Printable.Line(error.Message)}");
            if (Guess(parse) is { } guess)
                terminal.Error.WriteLine(guess);
            terminal.Error.WriteLine($"Run '{PathOf(parse)} --help' for what it takes.");
            return (int)ExitCode.Usage;
        }

        var output = new StreamWriter(terminal.Output, leaveOpen: true) { AutoFlush = true };
        await using var flushed = output.ConfigureAwait(false);
        using var stop = StopSignals.Linked(cancellationToken);
        try
        {
            return await parse.InvokeAsync(
                new InvocationConfiguration { Output = output, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            terminal.Error.WriteLine("Stopped; nothing was written.");
            return StopSignals.ExitCode;
        }
        catch (Exception failure) when (Failures.IsExpected(failure))
        {
            Failures.Tell(failure, terminal, parse.GetValue(TalkOptions.Verbose));
            return (int)ExitCode.Usage;
        }
    }

    internal static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Audits secrets in AWS Secrets Manager, finds credentials in source code, and stands in for AWS in development.")
        {
            AuditCommand.Create(terminal),
            ScanCommand.Create(terminal),
            RulesCommand.Create(terminal),
            InventoryCommand.Create(terminal),
            WorkerCommand.Create(terminal),
            StoreCommand.Create(terminal),
            PolicyCommand.Create(terminal),
        };
        TalkOptions.AddTo(root);
        Examples.Teach(root);
        return root;
    }

    private static string? Guess(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        var known = command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name)).ToList();
        return parse.UnmatchedTokens.Select(token => Spelling.DidYouMean(token, known)).FirstOrDefault(guess => guess is not null);
    }

    private static string PathOf(ParseResult parse)
    {
        var names = new List<string>();
        for (Symbol? command = parse.CommandResult.Command; command is Command; command = command.Parents.FirstOrDefault())
            names.Insert(0, command is RootCommand ? "secretsaudit" : command.Name);
        return string.Join(' ', names);
    }
}
