using System.CommandLine;
using SecretsAudit.Cli.Options;
using SecretsAudit.Cli.Output;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Rules.Testing;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit rules</c>: what judges, how, and whether it judges as its own tests say.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal) => new("rules", "Lists, explains, tests and starts rules.") 
    {
        List(terminal), Show(terminal), Test(terminal), RulesNewCommand.Create(terminal), Schema(terminal), Precompile(terminal),
    };

    private static Command List(Terminal terminal)
    {
        var json = new Option<bool>("--json") { Description = "JSON for programs." };
        var framework = new Option<string>("--framework") { Description = "Only the rules that give evidence for a framework's controls, by its id such as aws-fsbp.", HelpName = "ID" };
        var command = new Command("list", "Lists the rules: the shipped ones, those of --rules, and the ones for code.").WithExamples(
            ("secretsaudit rules list", "a table"),
            ("secretsaudit rules list --framework pci-dss-4.0.1", "what gives evidence for PCI DSS, with the controls"),
            ("secretsaudit rules list --rules my-rules", "with a folder of your own"));
        RuleOptions.AddFoldersTo(command);
        command.Options.Add(json);
        command.Options.Add(framework);
        command.SetAction(parse =>
        {
            var talk = Talk.Of(parse, terminal);
            using var pack = RuleOptions.LoadPack(parse, terminal, ConfigurationOptions.Read(parse, terminal), talk);
            var chosen = parse.GetValue(framework);
            if (chosen is not null && pack.Frameworks.All(known => known.Id != chosen))
                throw new UsageException(Choices.Unknown("framework", chosen, [.. pack.Frameworks.Select(known => known.Id)]));
            using var writer = new StreamWriter(terminal.Output, leaveOpen: true);
            if (parse.GetValue(json))
                RuleListing.WriteJson(pack, chosen, writer);
            else
                RuleListing.WriteTable(pack, chosen, writer, terminal.OutputIsTerminal, talk.MayColor);
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var name = new Argument<string>("rule") { Description = "The rule's name or id." };
        var command = new Command("show", "Explains one rule: what it looks for, its parameters, its controls, how to fix what it finds.").WithExamples(
            ("secretsaudit rules show rotation-overdue", "by name; by id: SAUD1003"));
        command.Arguments.Add(name);
        RuleOptions.AddFoldersTo(command);
        command.SetAction(parse =>
        {
            using var pack = RuleOptions.LoadPack(parse, terminal, ConfigurationOptions.Read(parse, terminal), Talk.Of(parse, terminal));
            var wanted = parse.GetRequiredValue(name);
            using var writer = new StreamWriter(terminal.Output, leaveOpen: true);
            if (pack.Find(wanted) is { } rule)
                RuleListing.WriteRule(rule, writer);
            else if (RuleListing.FindOther(wanted) is { } other)
                RuleListing.WriteRule(other, writer);
            else
                throw new UsageException(Choices.Unknown("rule", wanted, RuleListing.Names(pack), "secretsaudit rules list"));
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static Command Test(Terminal terminal)
    {
        var folder = new Argument<string?>("dir") { Description = "A folder of rules. Default: the shipped ones.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("test", "Runs the tests that the rules' files hold. Reads nothing else, and needs no network.").WithExamples(
            ("secretsaudit rules test", "the shipped rules"),
            ("secretsaudit rules test my-rules", "a folder of your own")).WithExits("0 every test passed, 2 a test failed or a rule is wrong");
        command.Arguments.Add(folder);
        command.SetAction(parse =>
        {
            var talk = Talk.Of(parse, terminal);
            using var pack = RulePack.Load([parse.GetValue(folder) is { } given ? RuleOptions.FolderOf(given, terminal) : RuleOptions.ShippedFolder]);
            var results = RuleTests.Run(pack);
            using var writer = new StreamWriter(terminal.Output, leaveOpen: true);
            foreach (var failed in results.Where(result => !result.Passed))
                writer.WriteLine(Printable.Line($"{failed.At}: {failed.RuleName}: {failed.TestName}: {failed.Failure}"));
            if (!talk.IsQuiet)
                writer.WriteLine($"{(pack.Rules.Count == 1 ? "1 rule" : $"{pack.Rules.Count} rules")}, {results.Count(result => result.Passed)} tests passed, {results.Count(result => !result.Passed)} failed");
            return (int)(results.All(result => result.Passed) ? ExitCode.Clean : ExitCode.Usage);
        });
        return command;
    }

    private static Command Schema(Terminal terminal)
    {
        var command = new Command("schema", "Writes the JSON Schema of a rule's file: completion and checks in editors.").WithExamples(
            ("secretsaudit rules schema > rule.schema.json", "then name it at the top of a rule: # yaml-language-server: $schema=rule.schema.json"));
        command.SetAction(async (_, cancellationToken) =>
        {
            await terminal.Output.WriteAsync(await File.ReadAllBytesAsync(RuleOptions.SchemaFile, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return (int)ExitCode.Clean;
        });
        return command;
    }

    // The build calls this, so that the shipped rules need no compiler when a user runs them.
    private static Command Precompile(Terminal terminal)
    {
        var output = new Argument<string>("out");
        var command = new Command("precompile", "Compiles the shipped rules into a folder.") { Hidden = true };
        command.Arguments.Add(output);
        command.SetAction(parse =>
        {
            RulePack.Precompile(RuleOptions.ShippedFolder, terminal.FullPath(parse.GetRequiredValue(output)));
            return (int)ExitCode.Clean;
        });
        return command;
    }
}
