using SecretsAudit.Cli.Options;
using SecretsAudit.Model;

namespace SecretsAudit.Cli.Output;

/// <summary>Turns a result into reports, a summary and an exit code.</summary>
internal static class Outcome
{
    /// <summary>Writes reports and summary, and answers the exit code.</summary>
    public static async Task<ExitCode> DeliverAsync(
        AuditResult result, ReportTarget target, Severity? failOn, Terminal terminal, Talk talk, CancellationToken cancellationToken)
    {
        var files = await ReportFiles.WriteAsync(result, target, terminal, cancellationToken).ConfigureAwait(false);
        var exit = Judge(result, failOn);
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

    private static ExitCode Judge(AuditResult result, Severity? failOn) => result switch
    {
        { IsComplete: false } => ExitCode.Incomplete,
        _ when failOn is { } threshold && result.Findings.Any(finding => finding.State is not (FindingState.Waived or FindingState.Fixed) && finding.Severity >= threshold)
            => ExitCode.Findings,
        _ => ExitCode.Clean,
    };
}
