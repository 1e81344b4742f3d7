using System.CommandLine;
using System.CommandLine.Invocation;
using SecretsAudit.Cli.Commands;
using SecretsAudit.Cli.Hosting;
using SecretsAudit.Cli.Options;

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
            Mistakes.Tell(root, args, parse, terminal.Error);
            return (int)ExitCode.Usage;
        }

        if (Mistakes.Emptied(parse) is { } emptied)
        {
            terminal.Error.WriteLine($"error: {emptied} is empty. Give it a value, or leave it out; is a variable not set?");
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
            terminal.Error.WriteLine("Stopped before the end. Files that were written are whole.");
            return StopSignals.ExitCode;
        }
        catch (Exception failure) when (Failures.IsExpected(failure))
        {
            Failures.Tell(failure, terminal, parse.GetValue(TalkOptions.Verbose));
            return (int)ExitCode.Usage;
        }
#pragma warning disable CA1031 // The last resort: whatever it is, nothing was judged, and a pipeline must hear that in the words of the other failures.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            Failures.TellDefect(defect, terminal, parse.GetValue(TalkOptions.Verbose));
            return (int)ExitCode.Incomplete;
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
}
