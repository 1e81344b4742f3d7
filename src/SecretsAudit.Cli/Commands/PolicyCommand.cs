using System.CommandLine;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit policy</c>: policies by themselves, without an account.</summary>
internal static class PolicyCommand
{
    public static Command Create(Terminal terminal) => new("policy", "Judges policy documents by themselves, with no connection to AWS.") { PolicyCheckCommand.Create(terminal) };
}
