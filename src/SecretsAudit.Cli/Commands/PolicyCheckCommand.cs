using System.CommandLine;
using SecretsAudit.Cli.Options;
using SecretsAudit.Cli.Output;
using SecretsAudit.Cli.Policies;
using SecretsAudit.Iam;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit policy check</c>: what AWS would refuse in a policy, who gets in by it, and what its author may not have meant.</summary>
internal static class PolicyCheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("file") { Description = "Policy documents in JSON; - reads standard input.", Arity = ArgumentArity.OneOrMore };
        var command = new Command(
            "check", "Tells who gets in by a policy, with a request that proves it, what AWS would refuse, and what its author may not have meant.").WithExamples(
            ("secretsaudit policy check policy.json", "do strangers get in?"),
            ("secretsaudit policy check policy.json --trust account=123456789012,org=o-a1b2c3d4e5", "does anybody outside of these get in?"),
            ("secretsaudit policy check policies/key.json --kind key --format sarif --out key.sarif", "for code scanning, with line and column"))
            .WithExits("0 nobody outside gets in, 1 somebody does or AWS would refuse the policy, or as --fail-on says, 2 usage or configuration error, 3 it could not be told");
        command.Arguments.Add(files);
        PolicyOptions.AddTo(command);
        command.SetAction(async (parse, cancellationToken) =>
            (int)await RunAsync(parse, parse.GetRequiredValue(files), terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, IReadOnlyList<string> files, Terminal terminal, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(parse, terminal);
        var settings = PolicyOptions.Read(parse, terminal);
        if (files.Count(file => file == "-") > 1)
            throw new UsageException("'-' is there twice; standard input can be read once.");

        var options = new ReachOptions { Resource = settings.Resource, AsOf = terminal.Clock.GetUtcNow() };
        var policies = new List<CheckedPolicy>();
        foreach (var file in files)
        {
            var text = await PolicyFile.ReadAsync(file, terminal, cancellationToken).ConfigureAwait(false);
            var guess = PolicyKindGuess.Of(file, text);
            var kind = settings.Kind ?? guess;
            policies.Add(new CheckedPolicy(file, kind, settings.Zone, PolicyCheck.Run(text, kind, settings.Zone, options, cancellationToken)));
        }

        await PolicyReport.WriteAsync(policies, settings, terminal, cancellationToken).ConfigureAwait(false);
        var exit = settings.FailOn.Judge(policies);
        talk.Detail($"Exit code {(int)exit}: {exit}.");
        return exit;
    }
}
