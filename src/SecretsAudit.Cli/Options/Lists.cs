using System.CommandLine;

namespace SecretsAudit.Cli.Options;

/// <summary>Options that take several values.</summary>
internal static class Lists
{
    /// <summary>An option that may be repeated, and whose values may be separated by commas.</summary>
    public static Option<string[]> Option(string name, string description, string valueName, params string[] aliases) => new(name, aliases)
    {
        Description = description,
        HelpName = valueName,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result => [.. result.Tokens.SelectMany(token => Split(token.Value))],
        DefaultValueFactory = _ => [],
    };

    /// <summary>The parts between commas, without spaces around them.</summary>
    public static string[] Split(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
