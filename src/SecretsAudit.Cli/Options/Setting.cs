using System.CommandLine;

namespace SecretsAudit.Cli.Options;

/// <summary>Where a setting comes from: the flag wins over the environment, which wins over the default.</summary>
internal static class Setting
{
    private const string Prefix = "SECRETSAUDIT_";

    /// <summary>The environment variable of an option: <c>--fail-on</c> is <c>SECRETSAUDIT_FAIL_ON</c>.</summary>
    public static string VariableOf(Option option) => Prefix + option.Name.TrimStart('-').Replace('-', '_').ToUpperInvariant();

    /// <summary>One value; null when nobody set it.</summary>
    public static string? Text(ParseResult parse, Option<string> option, Terminal terminal) =>
        IsGiven(parse, option) ? parse.GetValue(option) : NotEmpty(terminal.Variable(VariableOf(option)));

    /// <summary>Several values; empty when nobody set them.</summary>
    public static IReadOnlyList<string> Texts(ParseResult parse, Option<string[]> option, Terminal terminal) =>
        IsGiven(parse, option) ? parse.GetValue(option) ?? []
        : NotEmpty(terminal.Variable(VariableOf(option))) is { } text ? Lists.Split(text)
        : [];

    private static bool IsGiven(ParseResult parse, Option option) => parse.GetResult(option) is { Implicit: false };

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
