using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using SecretsAudit.Cli.Options;
using SecretsAudit.Engine.Rules;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit rules new</c>: the file of a rule that compiles and passes its tests, to start from.</summary>
internal static partial class RulesNewCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The rule's name: the defect, lower-case words joined by hyphens." };

    private static readonly Option<string> Id = new("--id") { Description = "The rule's id. Default: the first from SAUD1900 on that no rule in the folder has.", HelpName = "ID" };

    private static readonly Option<string> Resource = new("--resource") { Description = "What it judges: secret, key, parameter or account. Default: secret.", HelpName = "RESOURCE" };

    private static readonly Option<string> Out = new("--out", "-o") { Description = "The folder for the file, made when it is not there; - writes to stdout. Default: my-rules.", HelpName = "DIR|-" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("new", "Writes the file of a new rule, with tests: it compiles, and you change it.").WithExamples(
            ("secretsaudit rules new secret-without-ticket", "my-rules/secret-without-ticket.yaml"),
            ("secretsaudit rules new key-without-alias --resource key --out rules/keys", "a rule about KMS keys, in a folder of your own"),
            ("secretsaudit rules test my-rules", "runs its tests"),
            ("secretsaudit audit --rules my-rules", "lets it judge"));
        command.Arguments.Add(Name);
        foreach (var option in (Option[])[Id, Resource, Out])
            command.Options.Add(option);
        command.SetAction((parse, cancellationToken) => RunAsync(parse, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var name = parse.GetRequiredValue(Name);
        var folder = parse.GetValue(Out) ?? "my-rules";
        var text = TextOf(name, parse.GetValue(Id) ?? NextId(terminal.FullPath(folder)), ResourceOf(parse.GetValue(Resource) ?? "secret"));
        if (folder == "-")
        {
            using var writer = new StreamWriter(terminal.Output, leaveOpen: true);
            await writer.WriteAsync(text.AsMemory(), cancellationToken).ConfigureAwait(false);
            return (int)ExitCode.Clean;
        }

        var shown = Path.Combine(folder, $"{name}.yaml");
        var path = terminal.FullPath(shown);
        if (File.Exists(path))
            throw new UsageException($"'{shown}' is there already. Choose another name, or another folder with --out.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, cancellationToken).ConfigureAwait(false);
        Talk.Of(parse, terminal).Say($"{shown}: change it, then run 'secretsaudit rules test {folder}'.");
        return (int)ExitCode.Clean;
    }

    private static string TextOf(string name, string id, RuleResource resource)
    {
        try
        {
            return RuleTemplate.Of(name, id, resource);
        }
        catch (ArgumentException wrong)
        {
            // Without the framework's "(Parameter 'name')".
            throw new UsageException(wrong.Message.Split(" (Parameter")[0], wrong);
        }
    }

    private static RuleResource ResourceOf(string word)
    {
        var known = Enum.GetNames<RuleResource>().Select(name => name.ToLowerInvariant()).ToList();
        return known.Contains(word) ? Enum.Parse<RuleResource>(word, ignoreCase: true) : throw new UsageException($"--resource: {Choices.Unknown("resource", word, known)}");
    }

    // Ids are looked for in the text: a folder in which one rule is broken still gets another.
    private static string NextId(string folder)
    {
        var taken = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).SelectMany(File.ReadLines).Select(line => IdLine().Match(line).Groups["id"].Value).ToHashSet(StringComparer.Ordinal)
            : [];
        return Enumerable.Range(1900, 100).Select(number => $"SAUD{number.ToString(CultureInfo.InvariantCulture)}").FirstOrDefault(id => !taken.Contains(id))
            ?? throw new UsageException("The ids SAUD1900 to SAUD1999 are all taken in that folder. Name one with --id.");
    }

    [GeneratedRegex("^id: *(?<id>SAUD1[0-9]{3})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdLine();
}
