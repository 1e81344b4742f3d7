using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace SecretsAudit.Cli;

/// <summary>Examples at the end of a command's help: what a user copies first.</summary>
internal static class Examples
{
    /// <summary>The exit codes of a command that judges.</summary>
    public const string Judging = "0 clean, 1 findings at or above --fail-on, 2 usage or configuration error, 3 something could not be read or judged";

    private const string Doing = "0 done, 2 usage or configuration error";

    private static readonly ConditionalWeakTable<Command, IReadOnlyList<(string Line, string Meaning)>> Known = [];

    private static readonly ConditionalWeakTable<Command, string> Exits = [];

    /// <summary>Gives a command examples: a line to type, and what it does.</summary>
    public static Command WithExamples(this Command command, params IReadOnlyList<(string Line, string Meaning)> examples)
    {
        Known.Add(command, examples);
        return command;
    }

    /// <summary>Gives a command exit codes of its own. Default: 0 done, 2 usage or configuration error.</summary>
    public static Command WithExits(this Command command, string codes)
    {
        Exits.Add(command, codes);
        return command;
    }

    /// <summary>Lets the help of every command show its examples.</summary>
    public static void Teach(RootCommand root)
    {
        root.WithExamples(
            ("secretsaudit audit", "the built-in store with a sample estate, audited: reports in secretsaudit-report/"),
            ("secretsaudit audit --source aws --profile prod --regions eu-west-1,us-east-1", "two regions of an AWS account"),
            ("secretsaudit scan .", "credentials in this source tree"),
            ("secretsaudit store serve --dev-credentials KEY:SECRET --account 123456789012", "a local AWS Secrets Manager on port 4599")).WithExits(Judging);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    private sealed class HelpWithExamples(HelpAction inner) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var answer = inner.Invoke(parseResult);
            if (!Known.TryGetValue(parseResult.CommandResult.Command, out var examples))
                return answer;

            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var (line, meaning) in examples)
            {
                output.WriteLine($"  {line}");
                output.WriteLine($"      {meaning}");
            }

            output.WriteLine();
            output.WriteLine($"Exit codes: {(Exits.TryGetValue(parseResult.CommandResult.Command, out var codes) ? codes : Doing)}.");
            return answer;
        }
    }
}
