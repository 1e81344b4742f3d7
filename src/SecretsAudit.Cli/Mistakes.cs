using System.CommandLine;
using System.CommandLine.Parsing;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Cli;

/// <summary>What is wrong with a command line before any command runs, and what to do about it.</summary>
internal static class Mistakes
{
    /// <summary>Tells what the parser did not understand; who names no command is shown which there are.</summary>
    public static void Tell(RootCommand root, IReadOnlyList<string> args, ParseResult parse, TextWriter error)
    {
        var command = parse.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parse.UnmatchedTokens.Count == 0)
        {
            root.Parse([.. args, "--help"]).Invoke(new() { Output = error, Error = error });
            return;
        }

        if (command.Subcommands.Count > 0 && parse.UnmatchedTokens[0] is var word && !word.StartsWith('-'))
        {
            // What stands behind a misspelt command is not wrong.
            error.WriteLine($"error: There is no command '{Printable.Line(word)}'.");
        }
        else
        {
            foreach (var wrong in parse.Errors)
                error.WriteLine($"error: {Printable.Line(wrong.Message)}");
        }

        if (parse.UnmatchedTokens.Select(token => GuessOption(command, token)).FirstOrDefault(guess => guess is not null) is { } likely)
            error.WriteLine(likely);
        error.WriteLine($"Run '{PathOf(command)} --help' for what it takes.");
    }

    /// <summary>
    /// The option or argument that was given an empty text, as an unset variable of a script gives it; null when there is none. It would mean the folder that
    /// the command runs in, or nothing at all, and never what the script's author had in mind.
    /// </summary>
    public static string? Emptied(ParseResult parse)
    {
        foreach (var result in parse.CommandResult.Children)
        {
            // A program's own arguments are its own affair.
            if (result is OptionResult { Implicit: false } option && option.Tokens.Any(token => token.Value.Length == 0))
                return option.Option.Name;
            if (result is ArgumentResult { Argument.Name: not "command" } argument && argument.Tokens.Any(token => token.Value.Length == 0))
                return $"<{argument.Argument.Name}>";
        }

        return null;
    }

    /// <summary>Says that a command has no such option, with the likely one.</summary>
    public static string NoOption(Command command, string word) =>
        string.Join(' ', new[] { $"There is no option '{word}'.", GuessOption(command, word), $"Run '{PathOf(command)} --help' for what it takes." }.Where(part => part is not null));

    private static string? GuessOption(Command command, string word) =>
        Spelling.DidYouMean(word, command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name)));

    private static string PathOf(Command command) =>
        command is RootCommand ? "secretsaudit" : $"{PathOf(command.Parents.OfType<Command>().First())} {command.Name}";
}
