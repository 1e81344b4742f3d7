using System.CommandLine;
using SecretsAudit.Cli.Options;
using Spectre.Console;

namespace SecretsAudit.Cli;

/// <summary>How much a command says, and how. Everything here goes to stderr, so that stdout carries data alone.</summary>
/// <param name="terminal">Where the command runs.</param>
/// <param name="quiet">Whether only errors are told.</param>
/// <param name="verbose">Whether details and stack traces are told.</param>
/// <param name="color">Whether colours may be used.</param>
internal sealed class Talk(Terminal terminal, bool quiet, bool verbose, bool color)
{
    private IAnsiConsole? _console;

    public bool IsQuiet => quiet;

    public bool IsVerbose => verbose;

    public bool MayColor => color;

    /// <summary>Whether progress is drawn: on a terminal only.</summary>
    public bool ShowsProgress => terminal.ErrorIsTerminal && !quiet;

    /// <summary>A console on stderr, for progress.</summary>
    public IAnsiConsole Console => _console ??= Create(terminal.Error, terminal.ErrorIsTerminal, color);

    public static Talk Of(ParseResult parse, Terminal terminal) => new(
        terminal,
        parse.GetValue(TalkOptions.Quiet),
        parse.GetValue(TalkOptions.Verbose),
        !parse.GetValue(TalkOptions.NoColor) && string.IsNullOrEmpty(terminal.Variable("NO_COLOR")));

    /// <summary>A console on a writer; without a terminal it writes plain text.</summary>
    public static IAnsiConsole Create(TextWriter writer, bool isTerminal, bool color)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal && color ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal && color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        // A file or a pipe has no width of its own: there a row is a line, however long a message is, so that grep finds it.
        if (!isTerminal)
            console.Profile.Width = 4000;
        return console;
    }

    /// <summary>One line for a person who waits.</summary>
    public void Say(string line)
    {
        if (!quiet)
            terminal.Error.WriteLine(Printable.Line(line));
    }

    /// <summary>One line for a curious person.</summary>
    public void Detail(string line)
    {
        if (verbose && !quiet)
            terminal.Error.WriteLine(Printable.Line(line));
    }

    /// <summary>Something that must be heard, also when quiet.</summary>
    public void Warn(string line) => terminal.Error.WriteLine(Printable.Line($"warning: {line}"));
}
