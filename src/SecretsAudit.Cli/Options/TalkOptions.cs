using System.CommandLine;

namespace SecretsAudit.Cli.Options;

/// <summary>Options of every command: how much is said, and how.</summary>
internal static class TalkOptions
{
    public static Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Say nothing but errors; data still goes to stdout.", Recursive = true };

    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Say more: what is compiled, each step's time, stack traces.", Recursive = true };

    public static Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours, as with NO_COLOR in the environment.", Recursive = true };

    public static void AddTo(Command root)
    {
        root.Options.Add(Quiet);
        root.Options.Add(Verbose);
        root.Options.Add(NoColor);
    }
}
