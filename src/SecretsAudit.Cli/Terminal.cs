using SecretsAudit.Cli.Hosting;

namespace SecretsAudit.Cli;

/// <summary>What surrounds a command: its streams, environment and clock. Data goes to stdout, talk to stderr.</summary>
internal sealed record Terminal
{
    /// <summary>Standard input, for <c>-</c>.</summary>
    public required Stream Input { get; init; }

    /// <summary>Standard output as bytes: reports are written to it as they are.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether stdout is a terminal that a person looks at.</summary>
    public required bool OutputIsTerminal { get; init; }

    /// <summary>Whether stderr is; progress is shown only then.</summary>
    public required bool ErrorIsTerminal { get; init; }

    /// <summary>The environment.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    public required string Folder { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The process's own.</summary>
    public static Terminal OfProcess() => new()
    {
        Input = new InterruptibleInput(Console.OpenStandardInput()),
        Output = Console.OpenStandardOutput(),
        Error = new UnfailingWriter(Console.Error),
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Variable = Environment.GetEnvironmentVariable,
        Folder = Directory.GetCurrentDirectory(),
    };

    /// <summary>A path of the user's, made absolute.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, Folder);
}
