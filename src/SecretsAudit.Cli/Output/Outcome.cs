using SecretsAudit.Cli.Options;
using SecretsAudit.Model;

namespace SecretsAudit.Cli.Output;

/// <summary>Turns a result into reports, a summary and an exit code.</summary>
internal static class Outcome
{
    /// <summary>Writes reports and summary, and answers the exit code.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="target">Where reports go.</param>
    /// <param name="failOn">The lowest severity that fails the run; null when none does.</param>
    /// <param name="terminal">Where the command runs.</param>
    /// <param name="talk">How much is said.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <param name="sparesKnown">Whether findings that a baseline knows do not fail the run until they are overdue.</param>
    public static async Task<ExitCode> DeliverAsync(
        AuditResult result, ReportTarget target, Severity? failOn, Terminal terminal, Talk talk, CancellationToken cancellationToken, bool sparesKnown = false)
    {
        var files = await ReportFiles.WriteAsync(result, target, terminal, cancellationToken).ConfigureAwait(false);
        var exit = Judge(result, failOn, sparesKnown);
        if (!talk.IsQuiet)
        {
            // The summary is data when nothing else is: on stdout, unless a report is there.
            var toError = target.Folder is null;
            using var writer = toError ? null : new StreamWriter(terminal.Output, leaveOpen: true);
            Summary.Write(result, files, writer ?? terminal.Error, toError ? terminal.ErrorIsTerminal : terminal.OutputIsTerminal, talk.MayColor);
        }

        talk.Detail($"Exit code {(int)exit}: {exit}.");
        return exit;
    }

    /// <summary>The exit code of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="failOn">The lowest severity that counts; null for none.</param>
    /// <param name="sparesKnown">Whether a finding that a baseline knows counts only from its due date on.</param>
    public static ExitCode Judge(AuditResult result, Severity? failOn, bool sparesKnown = false) => result switch
    {
        { IsComplete: false } => ExitCode.Incomplete,
        _ when failOn is { } threshold && result.Findings.Any(finding => finding.Severity >= threshold && Counts(finding, result.AsOf, sparesKnown)) => ExitCode.Findings,
        _ => ExitCode.Clean,
    };

    private static bool Counts(Finding finding, DateTimeOffset asOf, bool sparesKnown) => finding.State switch
    {
        FindingState.Waived or FindingState.Fixed => false,
        FindingState.Open when sparesKnown => finding.Due < asOf,
        _ => true,
    };
}
